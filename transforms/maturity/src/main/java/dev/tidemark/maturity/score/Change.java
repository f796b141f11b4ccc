// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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

  /**
   * Changes of days in a row as one: the lines of the same place and reason added up. A period is
   * explained so, never by comparing its ends, which would split the same total differently.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Change chained(List<Change> days) {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a period needs at least one day");
    }
    SortedMap<Contribution.Line, Double> sums = new TreeMap<>();
    days.stream()
        .flatMap(day -> day.lines().stream())
        .forEach(line -> sums.merge(line.line(), line.score(), Double::sum));
    List<Contribution> lines = new ArrayList<>();
    sums.forEach((line, sum) -> lines.add(new Contribution(line.coordinate(), line.reason(), sum)));
    return new Change(days.get(0).from(), days.get(days.size() - 1).to(), lines);
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
