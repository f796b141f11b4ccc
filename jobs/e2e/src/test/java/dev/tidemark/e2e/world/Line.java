// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A line to a server on this machine, through a port of its own, that can go bad. */
public final class Line implements AutoCloseable {
  private static final byte[] GARBAGE =
      "HTTP/1.1 502 Bad Gateway\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final Duration DELAY = Duration.ofMillis(50);
  private static final int CHUNK = 1 << 13;

  /** How good a line is. */
  public enum Quality {
    GOOD,
    /** Connections end at once, those there are and new ones. */
    CUT,
    /** Nothing passes, and nobody is told. */
    STALLED,
    /** What passes takes its time. */
    SLOW,
    /** Half of a reply passes, then the connection ends. */
    HALVED,
    /** Something else than the server's reply comes, then the connection ends. */
    GARBLED
  }

  private final ServerSocket entrance;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Object changes = new Object();
  private Quality quality = Quality.GOOD;

  private Line(ServerSocket entrance, int port) {
    this.entrance = entrance;
    this.port = port;
  }

  /** A good line to a port. */
  public static Line to(int port) {
    try {
      Line line = new Line(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
      thread(line::admit);
      return line;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where to connect to. */
  public int port() {
    return entrance.getLocalPort();
  }

  /** Makes it so good, or so bad, from now on. */
  public void become(Quality next) {
    synchronized (changes) {
      quality = next;
      changes.notifyAll();
    }
    if (next == Quality.CUT) {
      sockets.forEach(Line::end);
    }
  }

  private void admit() {
    while (!entrance.isClosed()) {
      try {
        join(entrance.accept());
      } catch (IOException refused) {
        // The server is down, or this line was closed: the next one to connect will see.
      }
    }
  }

  private void join(Socket client) throws IOException {
    sockets.add(client);
    if (quality() == Quality.CUT) {
      end(client);
      return;
    }
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
      sockets.add(server);
      thread(() -> pass(client, server, false));
      thread(() -> pass(server, client, true));
    } catch (IOException down) {
      end(client);
    }
  }

  private void pass(Socket from, Socket to, boolean replies) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] chunk = new byte[CHUNK];
      for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
        if (!pass(chunk, length, out, replies)) {
          break;
        }
      }
    } catch (IOException ended) {
      // One side has hung up: so does the other, below.
    } finally {
      end(from);
      end(to);
    }
  }

  private boolean pass(byte[] chunk, int length, OutputStream out, boolean replies)
      throws IOException {
    Quality now = whileStalled();
    if (now == Quality.SLOW) {
      LockSupport.parkNanos(DELAY.toNanos());
    }
    boolean spoilt = replies && (now == Quality.HALVED || now == Quality.GARBLED);
    if (spoilt && now == Quality.GARBLED) {
      out.write(GARBAGE);
    } else {
      out.write(chunk, 0, spoilt ? length / 2 : length);
    }
    out.flush();
    return !spoilt;
  }

  /** Waits while nothing passes. */
  private Quality whileStalled() {
    synchronized (changes) {
      try {
        while (quality == Quality.STALLED) {
          changes.wait();
        }
        return quality;
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return Quality.CUT;
      }
    }
  }

  private Quality quality() {
    synchronized (changes) {
      return quality;
    }
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "line");
    thread.setDaemon(true);
    thread.start();
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // It has ended already.
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    become(Quality.CUT);
  }
}
