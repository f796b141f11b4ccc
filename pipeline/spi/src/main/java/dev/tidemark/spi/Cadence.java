// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import java.time.Duration;

/**
 * How often a stream is read: at its interval while it changes, at twice the interval once it has
 * been quiet for more than an hour and at four times after four, yet never less often than every
 * five minutes on that account. Whoever polls and whoever judges freshness go by the same.
 *
 * @param interval what was asked for
 */
public record Cadence(Duration interval) {
  private static final Duration DROWSY = Duration.ofHours(1);
  private static final Duration ASLEEP = Duration.ofHours(4);
  private static final int SLOWEST = 4;
  private static final Duration LONGEST_NAP = Duration.ofMinutes(5);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** The pause between the beginnings of two passes of a stream that has been quiet for a time. */
  public Duration pause(Duration quiet) {
    return slowed(quiet.compareTo(ASLEEP) > 0 ? SLOWEST : quiet.compareTo(DROWSY) > 0 ? 2 : 1);
  }

  /**
   * How long a working stream says nothing: a quarter of its interval or of a minute, the longer.
   */
  public Duration silence() {
    return longer(interval, MINUTE).dividedBy(4);
  }

  /**
   * How long it takes at most until there is word of a stream again that works: its longest pause,
   * but a minute at least, in which it gives more than one sign of life.
   */
  public Duration expectedPeriod() {
    return longer(slowed(SLOWEST), MINUTE);
  }

  private Duration slowed(int factor) {
    Duration slower = interval.multipliedBy(factor);
    return slower.compareTo(LONGEST_NAP) < 0 ? slower : longer(interval, LONGEST_NAP);
  }

  private static Duration longer(Duration left, Duration right) {
    return left.compareTo(right) > 0 ? left : right;
  }
}
