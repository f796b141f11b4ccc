// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What happens, made hour by hour. */
final class Slices {
  static final Duration HOUR = Duration.ofHours(1);

  private Slices() {}

  /**
   * What begins in a range, in order.
   *
   * @param hourly makes what begins in one hour, in no order
   */
  static <T extends Happening> Stream<T> in(
      TimeRange range, BiFunction<Long, TimeRange, Stream<T>> hourly) {
    return range
        .slices(HOUR)
        .boxed()
        .flatMap(hour -> hour(hour, hourly))
        .filter(happening -> range.holds(happening.begun()));
  }

  private static <T extends Happening> Stream<T> hour(
      long hour, BiFunction<Long, TimeRange, Stream<T>> hourly) {
    Instant from = Instant.ofEpochSecond(hour * HOUR.toSeconds());
    return hourly
        .apply(hour, new TimeRange(from, from.plus(HOUR)))
        .sorted(Comparator.comparing(Happening::begun).thenComparing(Happening::id));
  }

  /** An instant somewhere in an hour, in whole milliseconds. */
  static Instant within(TimeRange hour, Chance chance) {
    return hour.from().plusMillis(chance.about("at").below((int) HOUR.toMillis()));
  }

  /** How busy an hour is: one on average over a week, less at night and at weekends. */
  static double busyness(long hour) {
    long ofDay = Math.floorMod(hour, 24);
    long day = Math.floorMod(Math.floorDiv(hour, 24) + 4, 7);
    double profile = ofDay >= 7 && ofDay < 18 ? 1.6 : 0.6;
    return day == 0 || day == 6 ? profile * 0.5 : profile;
  }
}
