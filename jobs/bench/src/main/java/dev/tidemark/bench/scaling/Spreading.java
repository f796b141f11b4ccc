// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.scaling;

/**
 * The same records a second from so many connectors.
 *
 * @param due records a second that were to be read
 * @param records that arrived in windows
 * @param cpuNanos of the job's process
 */
public record Spreading(
    int connectors, double due, double seconds, long records, long cpuNanos, int threads) {
  double perSecond() {
    return records / seconds;
  }

  double perCpuSecond() {
    return records * 1e9 / cpuNanos;
  }
}
