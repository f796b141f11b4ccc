// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import dev.tidemark.maturity.model.Composite;
import dev.tidemark.maturity.model.MaturityModel;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Computes scores of one model (scoring model, sections 2.5 and 2.7). Immutable; safe for any
 * number of threads.
 */
public final class Scoring {
  private final MaturityModel model;
  private final PowerMean outer;

  /** Scoring by a model. */
  public Scoring(MaturityModel model) {
    this.model = model;
    this.outer = new PowerMean(model.outerPower());
  }

  /** The model. */
  public MaturityModel model() {
    return model;
  }

  /** The score of a composite. If nothing of it applies, it is the prior with no coverage. */
  public Score score(Composite composite, Snapshot snapshot) {
    SortedMap<String, Estimate> indicators = new TreeMap<>();
    composite.dimensions().forEach(id -> indicators.putAll(indicators(id, snapshot)));
    return assemble(composite, indicators, Weights.of(model, composite, snapshot));
  }

  /** The score from the values of its indicators. */
  Score assemble(Composite composite, SortedMap<String, Estimate> indicators, Weights weights) {
    SortedMap<String, Estimate> dimensions = new TreeMap<>();
    composite.dimensions().stream()
        .filter(id -> weights.dimension(id) > 0)
        .forEach(id -> dimensions.put(id, dimension(id, indicators, weights)));
    Estimate overall = mean(outer, dimensions, weights.dimensions());
    return new Score(composite.id(), overall, dimensions, indicators, weights);
  }

  /** x of one indicator: the prior, moved by what each stratum shows as far as it is credible. */
  public Estimate indicator(Collection<Standing> standings) {
    double value = model.prior();
    double low = 0;
    double coverage = 0;
    for (Standing standing : standings) {
      double covered = standing.covered();
      double utility = standing.reading().map(Reading::utility).orElse(0d);
      value += covered * (utility - model.prior());
      low += covered * utility;
      coverage += covered;
    }
    return bounded(value, low, coverage);
  }

  /** Rounding must not carry a sum of shares past the ends of the scale. */
  private static Estimate bounded(double value, double low, double coverage) {
    double known = Math.min(1, coverage);
    double least = Math.min(1, low);
    double most = Math.min(1, least + (1 - known));
    return new Estimate(Math.min(most, Math.max(least, value)), least, most, known);
  }

  private SortedMap<String, Estimate> indicators(String dimension, Snapshot snapshot) {
    SortedMap<String, Estimate> members = new TreeMap<>();
    model.indicatorsOf(dimension).stream()
        .filter(indicator -> snapshot.isApplicable(indicator.id()))
        .forEach(
            indicator ->
                members.put(indicator.id(), indicator(snapshot.of(indicator.id()).values())));
    return members;
  }

  private Estimate dimension(String id, SortedMap<String, Estimate> indicators, Weights weights) {
    SortedMap<String, Estimate> members = new TreeMap<>();
    model.indicatorsOf(id).forEach(member -> copy(member.id(), indicators, members));
    return mean(new PowerMean(model.dimension(id).innerPower()), members, weights.indicators());
  }

  private static void copy(
      String id, SortedMap<String, Estimate> from, SortedMap<String, Estimate> to) {
    Estimate estimate = from.get(id);
    if (estimate != null) {
      to.put(id, estimate);
    }
  }

  private Estimate mean(
      PowerMean mean, SortedMap<String, Estimate> parts, Map<String, Double> weights) {
    if (parts.isEmpty()) {
      return new Estimate(model.prior(), 0, 1, 0);
    }
    return new Estimate(
        mean.backward(sum(parts, weights, part -> mean.forward(part.value()))),
        mean.backward(sum(parts, weights, part -> mean.forward(part.low()))),
        mean.backward(sum(parts, weights, part -> mean.forward(part.high()))),
        sum(parts, weights, Estimate::coverage));
  }

  private static double sum(
      SortedMap<String, Estimate> parts,
      Map<String, Double> weights,
      ToDoubleFunction<Estimate> value) {
    double sum = 0;
    for (Map.Entry<String, Estimate> part : parts.entrySet()) {
      double weight = weights.getOrDefault(part.getKey(), 0d);
      sum += weight > 0 ? weight * value.applyAsDouble(part.getValue()) : 0;
    }
    return sum;
  }
}
