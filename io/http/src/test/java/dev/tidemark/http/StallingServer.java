// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A server that sends the first half of a body and then nothing. */
final class StallingServer implements AutoCloseable {
  private final ServerSocket listener;
  private final CountDownLatch begun;
  private final Thread thread = new Thread(this::serve);

  StallingServer(CountDownLatch begun) throws IOException {
    this.listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    this.begun = begun;
    thread.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void serve() {
    String half = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"value\":[";
    try (Socket socket = listener.accept()) {
      socket.getInputStream().read();
      socket.getOutputStream().write(half.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      begun.countDown();
      while (socket.getInputStream().read() >= 0) {
        // Until the client gives up.
      }
    } catch (IOException closed) {
      if (!listener.isClosed()) {
        throw new UncheckedIOException(closed);
      }
    }
  }
}
