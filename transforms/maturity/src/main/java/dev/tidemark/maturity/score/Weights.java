// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import dev.tidemark.maturity.model.Composite;
import dev.tidemark.maturity.model.Indicator;
import dev.tidemark.maturity.model.MaturityModel;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The weights in force: those of the model without what does not apply, renormalised within each
 * dimension and over the dimensions of the composite. What does not apply has weight 0.
 *
 * @param dimensions v by dimension of the composite
 * @param indicators w by indicator of those dimensions, previews with 0
 */
public record Weights(SortedMap<String, Double> dimensions, SortedMap<String, Double> indicators) {
  public Weights {
    dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
    indicators = Collections.unmodifiableSortedMap(new TreeMap<>(indicators));
  }

  /** The weights of a composite for a snapshot. */
  public static Weights of(MaturityModel model, Composite composite, Snapshot snapshot) {
    SortedMap<String, Double> dimensions = new TreeMap<>();
    SortedMap<String, Double> indicators = new TreeMap<>();
    for (String id : composite.dimensions()) {
      SortedMap<String, Double> members = members(model, id, snapshot);
      double sum = sum(members);
      dimensions.put(id, sum > 0 ? model.dimension(id).weight() : 0);
      indicators.putAll(normalised(members, sum));
    }
    return new Weights(normalised(dimensions, sum(dimensions)), indicators);
  }

  /** The weight of a dimension, 0 if it does not apply. */
  public double dimension(String id) {
    return dimensions.getOrDefault(id, 0d);
  }

  /** The weight of an indicator within its dimension, 0 if it does not apply. */
  public double indicator(String id) {
    return indicators.getOrDefault(id, 0d);
  }

  private static SortedMap<String, Double> members(
      MaturityModel model, String dimension, Snapshot snapshot) {
    SortedMap<String, Double> members = new TreeMap<>();
    for (Indicator indicator : model.indicatorsOf(dimension)) {
      boolean counts = snapshot.isApplicable(indicator.id());
      members.put(indicator.id(), counts ? indicator.scoredWeight() : 0);
    }
    return members;
  }

  private static double sum(SortedMap<String, Double> weights) {
    return weights.values().stream().mapToDouble(Double::doubleValue).reduce(0, Double::sum);
  }

  private static SortedMap<String, Double> normalised(
      SortedMap<String, Double> weights, double sum) {
    SortedMap<String, Double> result = new TreeMap<>();
    weights.forEach((id, weight) -> result.put(id, sum > 0 && sum != 1 ? weight / sum : weight));
    return result;
  }
}
