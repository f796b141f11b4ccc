// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.local;

import java.time.Duration;
import java.util.Objects;

/**
 * How the job runs on Flink.
 *
 * @param parallelism how many tasks of each step run side by side
 * @param checkpoints time between checkpoints; they only save re-reading, never rows
 */
public record FlinkTuning(int parallelism, Duration checkpoints) {
  /** Fixed for good: it decides where a key lives, also in old checkpoints. */
  static final int MAXIMUM_PARALLELISM = 128;

  /** Longest time a bundle is kept open, in milliseconds: part of the delay of every score. */
  static final long BUNDLE_MILLIS = 50;

  private static final FlinkTuning STANDARD = new FlinkTuning(2, Duration.ofSeconds(10));

  public FlinkTuning {
    Objects.requireNonNull(checkpoints, "checkpoints");
    if (parallelism < 1 || parallelism > MAXIMUM_PARALLELISM) {
      throw new IllegalArgumentException(
          "parallelism is between 1 and " + MAXIMUM_PARALLELISM + ", not " + parallelism);
    }
  }

  /** For one machine of two cores. */
  public static FlinkTuning standard() {
    return STANDARD;
  }

  public FlinkTuning withParallelism(int parallelism) {
    return new FlinkTuning(parallelism, checkpoints);
  }
}
