// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.extraction;

/**
 * What an entrant needed under certain terms.
 *
 * @param records how many it handled
 * @param answered pages the server sent it that count
 * @param refused requests the server answered with 429
 * @param serverCpuNanos what the server took meanwhile
 */
public record Effort(
    Terms terms,
    Entrant entrant,
    long records,
    long cpuNanos,
    long wallNanos,
    long answered,
    long refused,
    long serverCpuNanos) {
  private static final double NANOS = 1e9;

  double perCpuSecond() {
    return records * NANOS / cpuNanos;
  }

  double perSecond() {
    return records * NANOS / wallNanos;
  }

  /** The part of what was allowed that was used; what was saved up for the beginning is allowed. */
  double share() {
    return answered / (terms.perSecond() * (1 + wallNanos / NANOS));
  }
}
