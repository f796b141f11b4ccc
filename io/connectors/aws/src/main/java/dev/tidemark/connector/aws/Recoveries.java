// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long jobs had been failing when they succeeded again: from the end of the first failure since
 * the last success. For one thread.
 */
final class Recoveries {
  /** How a run ended. */
  enum Outcome {
    SUCCEEDED("succeeded"),
    FAILED("failed"),
    /** Neither: it says nothing about the job. */
    OTHER("other");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** A run that is over. */
  record Ended(String job, String run, Instant at, Outcome outcome) {}

  private final List<Ended> runs = new ArrayList<>();

  void add(Ended run) {
    runs.add(run);
  }

  /** In seconds, by the run that succeeded. */
  Map<String, Double> seconds() {
    Map<String, Double> recoveries = new HashMap<>();
    Map<String, Instant> failing = new HashMap<>();
    runs.sort(Comparator.comparing(Ended::at));
    for (Ended run : runs) {
      if (run.outcome() == Outcome.FAILED) {
        failing.putIfAbsent(run.job(), run.at());
      } else if (run.outcome() == Outcome.SUCCEEDED && failing.containsKey(run.job())) {
        Duration since = Duration.between(failing.remove(run.job()), run.at());
        recoveries.put(run.run(), since.toMillis() / 1e3);
      }
    }
    return recoveries;
  }
}
