// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Why a score went from one value to another.
 *
 * @param from S before
 * @param to S after
 * @param lines the reasons; their scores sum to the difference
 */
public record Change(double from, double to, List<Contribution> lines) {
  private static final Comparator<Contribution> LARGEST_FIRST =
      Comparator.comparingDouble((Contribution line) -> -Math.abs(line.score()))
          .thenComparing(Contribution::coordinate)
          .thenComparing(Contribution::reason);

  public Change {
    lines = lines.stream().sorted(LARGEST_FIRST).toList();
  }

  /** The difference of the maturities. */
  public double maturity() {
    return Score.SCALE * (to - from);
  }

  /** The sum of the lines per reason, on the scale of levels; every reason is there. */
  public Map<Reason, Double> subtotals() {
    Map<Reason, Double> sums = new EnumMap<>(Reason.class);
    for (Reason reason : Reason.values()) {
      sums.put(reason, 0d);
    }
    lines.forEach(line -> sums.merge(line.reason(), line.maturity(), Double::sum));
    return Collections.unmodifiableMap(sums);
  }

  /** What the lines fail to explain; rounding only. */
  public double residual() {
    return lines.stream().mapToDouble(Contribution::score).reduce(0, Double::sum) - (to - from);
  }

  /** By how much performance moved the maturity; the performance index is the running sum of it. */
  public double performance() {
    return subtotals().getOrDefault(Reason.PERFORMANCE, 0d);
  }
}
