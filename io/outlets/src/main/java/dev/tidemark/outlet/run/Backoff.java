// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.run;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after failed tries: five seconds, three times as long after each, at most six
 * hours, each up to a fifth longer so that many do not come at once. Twelve tries take about a day.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final double FACTOR = 3;
  private static final double JITTER = 0.2;

  private Backoff() {}

  /**
   * The wait after so many failed tries.
   *
   * @param tries at least one
   */
  static Duration after(int tries) {
    return jittered(least(tries), ThreadLocalRandom.current().nextDouble());
  }

  /** Without what chance adds. */
  static Duration least(int tries) {
    double millis = (double) FIRST.toMillis() * Math.pow(FACTOR, tries - 1.0);
    return Duration.ofMillis((long) Math.min(millis, (double) LONGEST.toMillis()));
  }

  private static Duration jittered(Duration wait, double chance) {
    return Duration.ofMillis((long) ((double) wait.toMillis() * (1 + JITTER * chance)));
  }
}
