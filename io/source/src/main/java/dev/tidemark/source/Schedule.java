// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.spi.Cadence;
import dev.tidemark.spi.Category.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * When a stream is polled next. The first poll is due at once, the second after half to a whole
 * interval, so that streams that started together drift apart; later ones follow the {@link
 * Cadence} with 10 % of jitter, and the first change wakes a quiet stream. Failures back off
 * exponentially, from a second to five minutes or from 30 seconds to 15 minutes; a time the source
 * stated is never shortened. The jitter follows from the seed. Not safe for use by several threads.
 */
final class Schedule {
  private static final int LONGEST_STREAK = 30;

  /** From the beginning of one pass to that of the next, where a hint brings it forward. */
  private static final Duration LEAST_PAUSE = Duration.ofSeconds(5);

  /** Hints make passes take one part of so many of the time at most. */
  private static final int SHARE = 10;

  private final Cadence cadence;
  private final SplittableRandom random;
  private Instant begun;
  private Instant due;
  private Instant lastChange;
  private Duration lasted = Duration.ZERO;
  private boolean scheduled;
  private boolean hinted;
  private int polls;
  private int failures;

  Schedule(Duration interval, long seed, Instant now) {
    this.cadence = new Cadence(interval);
    this.random = new SplittableRandom(seed);
    this.begun = now;
    this.due = now;
    this.lastChange = now;
  }

  /** The next poll is not before this. */
  Instant due() {
    return due;
  }

  /** How many polls in a row have failed. */
  int failures() {
    return failures;
  }

  /** A pass begins: the next one is counted from here. */
  void begin(Instant now) {
    begun = now;
    scheduled = false;
    hinted = false;
  }

  /**
   * There is news at the source. A poll that waits for nothing but its time comes sooner; after a
   * failure, in a rest and during a pass the hint waits, and the pass that begins next answers it.
   */
  void hint(Instant now) {
    hinted = true;
    if (scheduled) {
      hasten(now);
    }
  }

  /** The pass goes on at once. */
  void proceed(Instant now) {
    scheduled = false;
    failures = 0;
    due = now;
  }

  /** A pass has ended and brought changes. */
  void changed(Instant now) {
    lastChange = now;
    next(cadence.interval(), now);
  }

  /** A pass has ended and brought nothing. */
  void idle(Instant now) {
    next(cadence.pause(Duration.between(lastChange, now)), now);
  }

  /**
   * A poll has failed.
   *
   * @param stated the source asked to wait until then; null where it did not
   */
  void failed(Retry retry, @Nullable Instant stated, Instant now) {
    scheduled = false;
    due = now.plus(scaled(backoff(retry), 0.8, 1.2));
    if (stated != null && retry == Retry.WHEN_TOLD) {
      due = stated.isAfter(now) ? stated.plus(scaled(Duration.ofSeconds(1), 0, 1)) : now;
    }
    failures = Math.min(failures + 1, LONGEST_STREAK);
  }

  /** Nothing happens before that instant, and then not everywhere at the same moment. */
  void rest(Instant until, Instant now) {
    scheduled = false;
    if (!due.isAfter(until)) {
      due = until.plus(scaled(Duration.ofMinutes(1), 0, 1));
    }
  }

  /** Nothing happens before that instant. */
  void postpone(Instant until) {
    scheduled = false;
    due = until;
  }

  private void next(Duration pause, Instant now) {
    Duration jittered = scaled(pause, polls == 0 ? 0.5 : 0.9, polls == 0 ? 1.0 : 1.1);
    Instant planned = begun.plus(jittered);
    due = planned.isAfter(now) ? planned : now;
    polls++;
    failures = 0;
    lasted = Duration.between(begun, now);
    scheduled = true;
    if (hinted) {
      hasten(now);
    }
  }

  private void hasten(Instant now) {
    Duration share = lasted.multipliedBy(SHARE);
    Instant soonest = begun.plus(share.compareTo(LEAST_PAUSE) < 0 ? LEAST_PAUSE : share);
    Instant earlier = soonest.isAfter(now) ? soonest : now;
    due = earlier.isBefore(due) ? earlier : due;
  }

  private Duration backoff(Retry retry) {
    boolean soon = retry == Retry.SOON;
    Duration longest = soon ? Duration.ofMinutes(5) : Duration.ofMinutes(15);
    Duration first = soon ? Duration.ofSeconds(1) : Duration.ofSeconds(30);
    Duration pause = first.multipliedBy(1L << failures);
    return pause.compareTo(longest) < 0 ? pause : longest;
  }

  private Duration scaled(Duration duration, double least, double most) {
    return Duration.ofNanos((long) (duration.toNanos() * random.nextDouble(least, most)));
  }
}
