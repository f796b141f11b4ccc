// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.writing;

/**
 * What writing rows took.
 *
 * @param way in which they were written
 * @param walBytes of the server's log
 */
public record Written(String workload, String way, long rows, long nanos, long walBytes) {
  double perSecond() {
    return rows * 1e9 / nanos;
  }

  double walPerRow() {
    return (double) walBytes / rows;
  }
}
