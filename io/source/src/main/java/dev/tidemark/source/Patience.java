// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How long stopping waits for what is under way. An interruption ends the wait, not the stopping.
 */
final class Patience {
  private static final Duration STOPPING = Duration.ofSeconds(5);

  private Patience() {}

  /** Waits until the thread has ended; not for ever. */
  static void join(Thread thread) {
    try {
      thread.join(STOPPING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until everything handed to the threads is done; says whether it is. */
  static boolean await(ExecutorService threads) {
    try {
      return threads.awaitTermination(STOPPING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
