// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * A wire between a connector and a server that can be cut in the middle of an answer, answer
 * itself, or hang.
 */
public final class Wire implements AutoCloseable {
  private static final int CHUNK = 8192;
  private static final byte[] OF_A_PROXY =
      "HTTP/1.1 502 Bad Gateway\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket entry;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Mode mode = Mode.WHOLE;
  private volatile CountDownLatch hanging = new CountDownLatch(0);

  private enum Mode {
    WHOLE,
    CUT,
    GARBLED
  }

  private Wire(ServerSocket entry, int port) {
    this.entry = entry;
    this.port = port;
  }

  /** A whole one to a port of this machine. */
  public static Wire to(int port) {
    try {
      Wire wire = new Wire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
      start("wire", wire::accept);
      return wire;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where to connect to. */
  public int port() {
    return entry.getLocalPort();
  }

  /** The next answer ends in its middle, and so do all that follow. */
  void cut() {
    mode = Mode.CUT;
  }

  /** Instead of the next answer comes one in another protocol, and then the end. */
  public void garble() {
    mode = Mode.GARBLED;
  }

  /** Nothing passes any more. */
  void hang() {
    hanging = new CountDownLatch(1);
  }

  /** Everything passes again. */
  void mend() {
    mode = Mode.WHOLE;
    hanging.countDown();
  }

  @Override
  public void close() {
    mend();
    sockets.forEach(Wire::shut);
    try {
      entry.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket near = entry.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.add(near);
        sockets.add(far);
        start("wire there", () -> pass(near, far, Mode.WHOLE));
        start("wire back", () -> pass(far, near, Mode.CUT));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void pass(Socket from, Socket to, Mode most) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] chunk = new byte[CHUNK];
      for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
        hanging.await();
        if (most == Mode.CUT && mode != Mode.WHOLE) {
          spoil(chunk, length, out);
          return;
        }
        out.write(chunk, 0, length);
      }
    } catch (IOException ended) {
      // One side has hung up, so both have.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void spoil(byte[] answer, int length, OutputStream out) throws IOException {
    if (mode == Mode.GARBLED) {
      out.write(OF_A_PROXY);
    } else {
      out.write(answer, 0, length / 2);
    }
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
