// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.window;

import dev.tidemark.model.Bytes;
import java.time.Instant;
import java.util.Objects;

/**
 * A mergeable aggregate of metric events. Which fields carry meaning follows from the metric's
 * aggregate class: sums and ratios use {@code sum} and {@code denominator}, last values use {@code
 * last}, distinct counts and quantiles use {@code sketch}. Merging is associative, commutative and
 * independent of order: sums hold multiples of 2^-20, whose addition in double is exact below 2^33
 * (integers below 2^53).
 *
 * @param count events folded in; of last values and distinct counts, where an event told twice is
 *     told once, 1 if there were any; members of a set beside sums are not counted
 * @param sum sum of values, or of numerators
 * @param denominator sum of denominators
 * @param last value of the newest event
 * @param lastRevision breaks ties of {@code latest}
 * @param earliest event time of the oldest event
 * @param latest event time of the newest event
 * @param sketch serialised sketch, empty where the class has none; the family and parameters are
 *     fixed per aggregate class
 */
public record Partial(
    long count,
    double sum,
    double denominator,
    double last,
    long lastRevision,
    Instant earliest,
    Instant latest,
    Bytes sketch) {
  private static final double QUANTUM = 0x1p20;
  private static final Partial EMPTY =
      new Partial(0, 0, 0, 0, 0, Instant.MAX, Instant.MIN, Bytes.empty());

  public Partial {
    Objects.requireNonNull(earliest, "earliest");
    Objects.requireNonNull(latest, "latest");
    Objects.requireNonNull(sketch, "sketch");
    if (!Double.isFinite(sum) || !Double.isFinite(denominator) || !Double.isFinite(last)) {
      throw new IllegalArgumentException("an aggregate holds finite numbers only");
    }
  }

  /** The neutral element of merging. */
  public static Partial empty() {
    return EMPTY;
  }

  public boolean isEmpty() {
    return count == 0 && sketch.isEmpty();
  }

  /** Rounds a value to the multiples of 2^-20 that are summed exactly. */
  public static double quantised(double value) {
    return Math.abs(value) >= 0x1p32 ? Math.rint(value) : Math.rint(value * QUANTUM) / QUANTUM;
  }
}
