// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Times at which pieces of work may begin, one after the other and so far apart that they take a
 * third of their thread's time. Another third is for writing what comes out, the last for what else
 * waits for the thread: checkpoints do, and whatever is new. For one thread.
 */
final class Slots {
  private static final int PARTS = 3;

  /** A new measurement counts for so much of what a piece of work is expected to take. */
  private static final double WEIGHT = 0.125;

  private final LongSupplier nanos;
  private long free;
  private double usual;

  /**
   * All free.
   *
   * @param nanos a clock in nanoseconds that never goes back
   */
  Slots(LongSupplier nanos) {
    this.nanos = nanos;
    this.free = nanos.getAsLong();
  }

  /** Takes the next one and answers how long it is until then; zero if it is now. */
  Duration take() {
    long now = nanos.getAsLong();
    long slot = Math.max(free, now);
    free = slot + (long) (PARTS * usual);
    return Duration.ofNanos(slot - now);
  }

  /** Does a piece of work whose slot has come, and learns how long one takes. */
  void work(Runnable piece) {
    long begun = nanos.getAsLong();
    piece.run();
    long ended = nanos.getAsLong();
    long took = ended - begun;
    usual = usual == 0 ? took : usual + WEIGHT * (took - usual);
    free = Math.max(free, ended + (PARTS - 1) * took);
  }
}
