// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.bench.workload.Meter;

/**
 * What a contestant needed for a round.
 *
 * @param records how many were measured
 */
public record Spent(long records, Meter meter) {
  private static final String SEPARATOR = " ";

  /** The first figure: CPU time is steady on a busy machine, time by the clock is not. */
  public double perCpuSecond() {
    return records * 1e9 / meter.cpuNanos();
  }

  /** The second figure. */
  public double perSecond() {
    return records * 1e9 / meter.wallNanos();
  }

  String text() {
    return records
        + SEPARATOR
        + meter.cpuNanos()
        + SEPARATOR
        + meter.wallNanos()
        + SEPARATOR
        + meter.collectionMillis()
        + SEPARATOR
        + meter.compilationMillis();
  }

  /** What a contestant's process says at the end of a round. */
  public static Spent parse(String text) {
    String[] parts = text.split(SEPARATOR);
    return new Spent(
        Long.parseLong(parts[0]),
        new Meter(
            Long.parseLong(parts[1]),
            Long.parseLong(parts[2]),
            Long.parseLong(parts[3]),
            Long.parseLong(parts[4])));
  }
}
