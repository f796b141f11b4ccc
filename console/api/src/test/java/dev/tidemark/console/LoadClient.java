// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One caller on one connection that stays open. It reads answers to their end and understands
 * nothing of them, so that asking takes little beside answering.
 */
final class LoadClient implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final byte[] line = new byte[4096];

  LoadClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
  }

  /**
   * Sends a request and reads its answer.
   *
   * @return how many bytes its body had on the way; negative where what was asked was not done
   */
  long ask(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    boolean done = line().startsWith("HTTP/1.1 2");
    long length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String small = header.toLowerCase(Locale.ROOT);
      chunked |= small.equals("transfer-encoding: chunked");
      length = small.startsWith("content-length: ") ? Long.parseLong(header.substring(16)) : length;
    }
    long read = chunked ? chunks() : skip(length);
    return done ? read : -1;
  }

  private long chunks() throws IOException {
    long all = 0;
    for (long size = size(); size > 0; size = size()) {
      all += skip(size);
      line();
    }
    line();
    return all;
  }

  private long size() throws IOException {
    return Long.parseLong(line(), 16);
  }

  private long skip(long length) throws IOException {
    in.skipNBytes(length);
    return length;
  }

  private String line() throws IOException {
    int length = 0;
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server ended the connection");
      }
      line[length++] = (byte) next;
    }
    return new String(line, 0, length - 1, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
