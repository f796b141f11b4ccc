// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.chaos;

import dev.tidemark.e2e.oracle.Comparison;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of a fault.
 *
 * @param recoveries how long the first accepted commit took each time
 * @param rows what was compared afterwards
 * @param load of the machine meanwhile
 */
record Outcome(Fault fault, List<Duration> recoveries, Comparison rows, double load) {
  private static final List<String> HEADINGS =
      List.of(
          "fault",
          "times",
          "median",
          "most",
          "windows",
          "assets",
          "evidence",
          "scores",
          "others",
          "wrong",
          "load");

  private static final String LINE = "%-32s %5s %9s %9s  %7s  %6s  %8s  %6s  %6s  %5s  %5s%n";

  /** One that could not be played to its end. */
  static Outcome unplayed(Fault fault, String reason) {
    return new Outcome(fault, List.of(), new Comparison(Map.of(), List.of(reason)), Load.now());
  }

  /** A table for people. */
  static String table(List<Outcome> outcomes) {
    StringBuilder text = new StringBuilder(LINE.formatted(HEADINGS.toArray()));
    for (Outcome outcome : outcomes) {
      text.append(LINE.formatted(outcome.cells().toArray()));
      outcome.rows.wrong().forEach(wrong -> text.append("  wrong: ").append(wrong).append('\n'));
    }
    return text.toString();
  }

  private List<Object> cells() {
    List<Duration> sorted = recoveries.stream().sorted().toList();
    int windows = of("window");
    int assets = of("asset");
    int evidence = of("evidence");
    int scores = of("score");
    return List.of(
        fault,
        sorted.size(),
        sorted.isEmpty() ? "never" : seconds(sorted.get(sorted.size() / 2)),
        sorted.isEmpty() ? "never" : seconds(sorted.get(sorted.size() - 1)),
        windows,
        assets,
        evidence,
        scores,
        rows.compared() - windows - assets - evidence - scores,
        rows.wrong().size(),
        String.format(Locale.ROOT, "%.0f", load));
  }

  private int of(String kind) {
    return rows.rows().getOrDefault(kind, 0);
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
