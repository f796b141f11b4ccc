// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import java.util.List;

/** Order statistics of a few values. */
final class Order {
  private Order() {}

  /** The quantile by linear interpolation between the two nearest values. */
  static double quantile(List<Double> values, double rank) {
    List<Double> sorted = values.stream().sorted().toList();
    double position = rank * (sorted.size() - 1);
    int below = (int) Math.floor(position);
    int above = (int) Math.ceil(position);
    return sorted.get(below) + (sorted.get(above) - sorted.get(below)) * (position - below);
  }
}
