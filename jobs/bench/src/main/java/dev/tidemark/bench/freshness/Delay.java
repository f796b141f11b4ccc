// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.freshness;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of one change.
 *
 * @param counts whether it came after warming up
 * @param seen when a score row that reflects it was in hand
 * @param stages when what lies between happened; empty where that cannot be told
 */
record Delay(Changes.Made change, boolean counts, Instant seen, Optional<Stages> stages) {
  /**
   * What lies between.
   *
   * @param fetching when the reading began that found it
   * @param committed when the transaction with the fact ended
   */
  record Stages(Instant fetching, Instant committed) {}

  /** Also for changes that were made late: from when they were to be made. */
  Duration total() {
    return Duration.between(change.intended(), seen);
  }

  /** Until a reading began that could find it. */
  Optional<Duration> pollWait() {
    return stages.map(it -> Duration.between(change.intended(), it.fetching()));
  }

  /** Without waiting for the poll. */
  Optional<Duration> residual() {
    return stages.map(it -> Duration.between(it.fetching(), seen));
  }

  Optional<Duration> fetchToCommit() {
    return stages.map(it -> Duration.between(it.fetching(), it.committed()));
  }

  Optional<Duration> commitToScore() {
    return stages.map(it -> Duration.between(it.committed(), seen));
  }
}
