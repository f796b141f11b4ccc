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

/** A server that sends some of its answer, or nothing of it, and then waits. */
final class StallingServer implements AutoCloseable {
  private final ServerSocket listener;
  private final CountDownLatch begun;
  private final String sends;
  private final Thread thread = new Thread(this::serve);

  private StallingServer(CountDownLatch begun, String sends) throws IOException {
    this.listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    this.begun = begun;
    this.sends = sends;
    thread.start();
  }

  /** Sends the first half of a body. */
  static StallingServer halfway(CountDownLatch begun) throws IOException {
    return new StallingServer(begun, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"value\":[");
  }

  /** Sends nothing at all. */
  static StallingServer speechless(CountDownLatch begun) throws IOException {
    return new StallingServer(begun, "");
  }

  /** Whether the client hangs up within ten seconds. */
  boolean isHungUpOn() throws InterruptedException {
    thread.join(10_000);
    return !thread.isAlive();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void serve() {
    try (Socket socket = listener.accept()) {
      socket.getInputStream().read();
      socket.getOutputStream().write(sends.getBytes(StandardCharsets.UTF_8));
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
