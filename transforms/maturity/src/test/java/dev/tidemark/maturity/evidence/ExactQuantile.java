// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Values kept whole. */
record ExactQuantile(List<Double> values) implements Aggregate.Quantile {
  static ExactQuantile of(Double... values) {
    return new ExactQuantile(Arrays.asList(values));
  }

  @Override
  public long count() {
    return values.size();
  }

  @Override
  public double quantile(double rank) {
    return Order.quantile(values, rank);
  }

  @Override
  public Aggregate.Quantile merge(Aggregate.Quantile other) {
    List<Double> merged = new ArrayList<>(values);
    merged.addAll(((ExactQuantile) other).values);
    return new ExactQuantile(merged);
  }
}
