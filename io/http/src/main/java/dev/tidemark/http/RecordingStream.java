// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A stream that remembers what went through it, so that a parser's places can be turned back into
 * bytes: all since a mark, and always the last few, which a parser may have taken ahead.
 */
final class RecordingStream extends FilterInputStream {
  /** More than a parser takes ahead, and more than any number is long. */
  private static final int ALWAYS = 64 * 1024;

  private final int most;
  private byte[] kept = new byte[2 * ALWAYS];
  private long keptFrom;
  private int count;
  private long mark = Long.MAX_VALUE;

  RecordingStream(InputStream in, int most) {
    super(in);
    this.most = most;
  }

  /** Remembers everything from that place on. */
  void markFrom(long place) {
    mark = place;
  }

  /** The bytes from the mark to a place, and forgets the mark. */
  byte[] takeTo(long place) throws IOException {
    long from = mark;
    mark = Long.MAX_VALUE;
    if (from < keptFrom || place > keptFrom + count) {
      throw new UnreadableException("a body not in UTF-8");
    }
    return Arrays.copyOfRange(kept, (int) (from - keptFrom), (int) (place - keptFrom));
  }

  /** Whether the stream ends before that place: what cannot be read there was cut off. */
  boolean endsBefore(long place) throws IOException {
    while (keptFrom + count < place) {
      if (read() < 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int taken = super.read(target, offset, Math.min(length, ALWAYS));
    if (taken > 0) {
      makeRoom(taken);
      System.arraycopy(target, offset, kept, count, taken);
      count += taken;
    }
    return taken;
  }

  private void makeRoom(int more) throws IOException {
    if (count + more <= kept.length) {
      return;
    }
    long needed = Math.min(mark, keptFrom + count - ALWAYS);
    int gone = (int) Math.max(0, needed - keptFrom);
    count -= gone;
    keptFrom += gone;
    if (count + more > most + 2L * ALWAYS) {
      throw new TooLargeException("a record", most);
    }
    byte[] room = count + more > kept.length / 2 ? new byte[2 * (count + more)] : kept;
    System.arraycopy(kept, gone, room, 0, count);
    kept = room;
  }
}
