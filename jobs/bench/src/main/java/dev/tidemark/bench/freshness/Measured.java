// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.freshness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * What one setting came to.
 *
 * @param recording a profile of the job meanwhile
 */
public record Measured(Setting setting, List<Delay> delays, Path recording) {
  private static final int DIGITS = 3;

  public Measured {
    delays = List.copyOf(delays);
  }

  /** In microseconds, those that count. */
  Histogram totals() {
    return histogram(delay -> Optional.of(delay.total()));
  }

  Histogram pollWaits() {
    return histogram(Delay::pollWait);
  }

  Histogram residuals() {
    return histogram(Delay::residual);
  }

  Histogram fetchesToCommits() {
    return histogram(Delay::fetchToCommit);
  }

  Histogram commitsToScores() {
    return histogram(Delay::commitToScore);
  }

  private Histogram histogram(Function<Delay, Optional<Duration>> part) {
    Histogram histogram = new Histogram(DIGITS);
    delays.stream()
        .filter(Delay::counts)
        .flatMap(delay -> part.apply(delay).stream())
        .forEach(duration -> histogram.recordValue(Math.max(0, duration.toNanos() / 1_000)));
    return histogram;
  }
}
