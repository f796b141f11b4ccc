// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that grow and never line up, until patience ends. */
final class Retries {
  private static final long FIRST_MILLIS = 20;
  private static final long LONGEST_MILLIS = 2_000;

  private final long deadline;
  private long next = FIRST_MILLIS;

  Retries(Duration patience) {
    this.deadline = System.nanoTime() + patience.toNanos();
  }

  /**
   * Waits before another try.
   *
   * @return false if there is to be none: patience has ended or the thread was asked to stop
   */
  boolean pause() {
    if (System.nanoTime() >= deadline) {
      return false;
    }
    try {
      Thread.sleep(next / 2 + ThreadLocalRandom.current().nextLong(next / 2 + 1));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
    next = Math.min(2 * next, LONGEST_MILLIS);
    return true;
  }
}
