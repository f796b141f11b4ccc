// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What came of a fault.
 *
 * @param recoveries how long the first accepted commit took each time
 * @param compared how many rows were compared afterwards
 * @param wrong which of them were wrong, and how
 */
record Outcome(Fault fault, List<Duration> recoveries, int compared, List<String> wrong) {

  /** A table for people. */
  static String table(List<Outcome> outcomes) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "%-30s %5s  %18s  %18s  %13s  %10s%n",
            "fault",
            "times",
            "recovered (median)",
            "recovered (most)",
            "rows compared",
            "rows wrong"));
    outcomes.forEach(outcome -> text.append(outcome.line()));
    return text.toString();
  }

  private String line() {
    List<Duration> sorted = recoveries.stream().sorted().toList();
    return String.format(
        "%-30s %5d  %18s  %18s  %13d  %10d%n",
        fault,
        sorted.size(),
        sorted.isEmpty() ? "never" : seconds(sorted.get(sorted.size() / 2)),
        sorted.isEmpty() ? "never" : seconds(sorted.get(sorted.size() - 1)),
        compared,
        wrong.size());
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
