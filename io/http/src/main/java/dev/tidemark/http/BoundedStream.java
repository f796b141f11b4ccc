// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that may not be longer than a limit. */
final class BoundedStream extends FilterInputStream {
  private final long most;
  private long count;

  BoundedStream(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    counted(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int taken = super.read(target, offset, length);
    counted(Math.max(taken, 0));
    return taken;
  }

  /** A reader that closes what it was given must not keep the rest from being checked. */
  @Override
  public void close() {}

  private void counted(int taken) throws IOException {
    count += taken;
    if (count > most) {
      throw new TooLargeException("a body", most);
    }
  }
}
