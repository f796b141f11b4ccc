// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How long stopping waits in all for what is under way. An interruption ends the waiting, not the
 * stopping.
 */
final class Patience {
  private static final Duration STOPPING = Duration.ofSeconds(5);

  private final long end;

  private Patience(Duration time) {
    this.end = System.nanoTime() + time.toNanos();
  }

  /** The patience of a stop that begins now. */
  static Patience begin() {
    return new Patience(STOPPING);
  }

  /** Waits until the thread has ended. */
  void await(Thread thread) {
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, end - System.nanoTime());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until everything handed to the threads is done; says whether it is. */
  boolean await(ExecutorService threads) {
    try {
      return threads.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
