// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes bytes on, until an answer holds a word: then the connection is cut before it arrives. */
final class CuttingProxy implements AutoCloseable {
  private final ServerSocket front;
  private final int server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger cuts = new AtomicInteger();
  private String word = "";

  CuttingProxy(int server) throws IOException {
    this.server = server;
    this.front = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return front.getLocalPort();
  }

  /** Cuts the connection whose server says the word next, once. */
  synchronized void swallowNext(String expected) {
    word = expected;
  }

  int cuts() {
    return cuts.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = front.accept();
        Socket back = new Socket(InetAddress.getLoopbackAddress(), server);
        threads.execute(() -> requests(client, back));
        threads.execute(() -> answers(client, back));
      }
    } catch (IOException closed) {
      // The end of the test.
    }
  }

  private static void requests(Socket client, Socket back) {
    try (back) {
      client.getInputStream().transferTo(back.getOutputStream());
    } catch (IOException closed) {
      // One of the two ends let go.
    }
  }

  private void answers(Socket client, Socket back) {
    try (client) {
      byte[] buffer = new byte[65_536];
      InputStream in = back.getInputStream();
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (isNext(new String(buffer, 0, length, StandardCharsets.ISO_8859_1))) {
          cuts.incrementAndGet();
          return;
        }
        client.getOutputStream().write(buffer, 0, length);
      }
    } catch (IOException closed) {
      // One of the two ends let go.
    }
  }

  private synchronized boolean isNext(String answer) {
    boolean found = !word.isEmpty() && answer.contains(word);
    word = found ? "" : word;
    return found;
  }

  @Override
  public void close() throws IOException {
    front.close();
    threads.shutdownNow();
  }
}
