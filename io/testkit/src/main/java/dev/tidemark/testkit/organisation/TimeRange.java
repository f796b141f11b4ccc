// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A stretch of time, its end excluded.
 *
 * @param from included
 * @param until excluded
 */
public record TimeRange(Instant from, Instant until) {
  public TimeRange {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("a range from " + from + " cannot end at " + until);
    }
  }

  /** The stretch of that length that ends there. */
  public static TimeRange before(Instant until, Duration length) {
    return new TimeRange(until.minus(length), until);
  }

  /** Whether an instant lies in it. */
  public boolean holds(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }

  /** The same, beginning earlier. */
  public TimeRange since(Duration earlier) {
    return new TimeRange(from.minus(earlier), until);
  }

  /** The same in pieces of that length, the last one shorter, in order. */
  public Stream<TimeRange> pieces(Duration length) {
    return Stream.iterate(from, it -> it.isBefore(until), it -> it.plus(length))
        .map(it -> new TimeRange(it, Collections.min(List.of(it.plus(length), until))));
  }

  /** The numbers of the slices it touches, in order; slices are counted from 1970. */
  LongStream slices(Duration slice) {
    long seconds = slice.toSeconds();
    return from.equals(until)
        ? LongStream.empty()
        : LongStream.rangeClosed(
            Math.floorDiv(from.getEpochSecond(), seconds),
            Math.floorDiv(until.minusNanos(1).getEpochSecond(), seconds));
  }
}
