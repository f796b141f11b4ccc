// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.metric.WindowClass;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.sketch.DistinctSketch;
import dev.tidemark.sketch.QuantileSketch;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Merges partial aggregates and answers what scores ask of them. Merging is associative,
 * commutative and independent of order.
 */
public final class Partials {
  private Partials() {}

  /**
   * Two parts of one window, or windows of one metric side by side.
   *
   * @param windowClass what the metric is known for
   */
  public static Partial merge(WindowClass windowClass, Partial left, Partial right) {
    if (left.isEmpty()) {
      return right;
    }
    return right.isEmpty() ? left : merge(windowClass, List.of(left, right));
  }

  /** Any number of parts. */
  public static Partial merge(WindowClass windowClass, Collection<Partial> parts) {
    Accumulator whole = new Accumulator(windowClass);
    parts.forEach(whole::merge);
    return whole.partial();
  }

  /** What a window holds: what is settled and the tail on top of it. */
  public static Partial value(WindowClass windowClass, WindowChange window) {
    return merge(windowClass, window.settled(), window.tail());
  }

  /** The sum of numerators over the sum of denominators; empty where nothing was counted. */
  public static OptionalDouble ratio(Partial partial) {
    return partial.denominator() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(partial.sum() / partial.denominator());
  }

  /** The value below which a share of all values lies, within 1 %; empty without values. */
  public static OptionalDouble quantile(Partial partial, double share) {
    return QuantileSketch.of(partial.sketch()).quantile(share);
  }

  /** How many different members there are. */
  public static double distinct(Partial partial) {
    return members(partial).estimate();
  }

  /** How many members are in both. */
  public static double distinctInBoth(Partial left, Partial right) {
    return members(left).intersection(members(right)).estimate();
  }

  /** How many members are in the first and not in the second. */
  public static double distinctWithout(Partial left, Partial right) {
    return members(left).without(members(right)).estimate();
  }

  private static DistinctSketch members(Partial partial) {
    return DistinctSketch.of(partial.sketch());
  }
}
