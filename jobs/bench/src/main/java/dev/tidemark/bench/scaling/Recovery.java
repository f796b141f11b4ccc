// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.scaling;

import java.util.List;

/**
 * What so many keys took, and how soon the job went on after it had been killed.
 *
 * @param loadSeconds until each key had a window
 * @param heapBytes that live with all windows at hand
 * @param checkpointMillis the longest of those seen
 * @param checkpointBytes of the largest
 * @param recoverySeconds from the kill to the first accepted commit, each time
 * @param failure what kept it from being measured; empty where nothing did
 */
public record Recovery(
    long keys,
    double loadSeconds,
    long heapBytes,
    long checkpointMillis,
    long checkpointBytes,
    List<Double> recoverySeconds,
    String failure) {
  public Recovery {
    recoverySeconds = List.copyOf(recoverySeconds);
  }

  static Recovery failed(long keys, String failure) {
    return new Recovery(keys, 0, 0, 0, 0, List.of(), failure);
  }

  boolean isMeasured() {
    return failure.isEmpty();
  }

  /** The longest one. */
  double slowest() {
    return recoverySeconds.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }
}
