// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Memory for what was read beyond the page it was read for, in bytes. One room serves all
 * connectors of a process, so that what they keep is bounded whatever their number; where it is
 * full, nothing is kept and the source is asked again. Safe for use by several threads.
 */
public final class Room {
  /** A sixteenth of the heap. */
  private static final Room SHARED = new Room(Runtime.getRuntime().maxMemory() / 16);

  private final AtomicLong free;

  /** A room of that size. */
  public Room(long bytes) {
    this.free = new AtomicLong(bytes);
  }

  /** The room of this process. */
  public static Room shared() {
    return SHARED;
  }

  /** Takes so many bytes, if so many are free. */
  public boolean take(long bytes) {
    long left = free.addAndGet(-bytes);
    if (left < 0) {
      free.addAndGet(bytes);
    }
    return left >= 0;
  }

  /** Gives back what was taken. */
  public void give(long bytes) {
    free.addAndGet(bytes);
  }
}
