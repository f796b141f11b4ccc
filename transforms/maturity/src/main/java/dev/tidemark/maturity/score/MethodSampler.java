// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import dev.tidemark.maturity.curve.Curve;
import dev.tidemark.maturity.model.Composite;
import dev.tidemark.maturity.model.Indicator;
import dev.tidemark.maturity.model.MaturityModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.DoubleStream;

/**
 * Draws maturities under varied methods. What a stretched curve gives is computed once per
 * hundredth of stretch and indicator, so a draw costs the same for one stratum and for thousands.
 */
final class MethodSampler {
  private static final List<PowerMean> OUTER =
      DoubleStream.of(0, .25, .5, 1).mapToObj(PowerMean::new).toList();
  private static final double[] PRIORS = {.1, .2, .3};
  private static final double WEIGHT_SPREAD = .25;
  private static final int STRETCHES = 21;
  private static final double STRETCH = .01;

  private final Random random;
  private final List<Side> sides = new ArrayList<>();

  MethodSampler(MaturityModel model, Composite composite, Snapshot snapshot, Random random) {
    this.random = random;
    Weights weights = Weights.of(model, composite, snapshot);
    composite.dimensions().stream()
        .filter(id -> weights.dimension(id) > 0)
        .forEach(id -> sides.add(side(model, id, weights, snapshot)));
  }

  double draw() {
    PowerMean outer = OUTER.get(random.nextInt(OUTER.size()));
    double prior = PRIORS[random.nextInt(PRIORS.length)];
    double sum = 0;
    double total = 0;
    for (Side side : sides) {
      double weight = varied(side.weight());
      sum += weight * outer.forward(mean(side, prior));
      total += weight;
    }
    return Score.SCALE * (total > 0 ? outer.backward(sum / total) : prior);
  }

  private double mean(Side side, double prior) {
    double sum = 0;
    double total = 0;
    for (Part part : side.parts()) {
      double weight = varied(part.weight());
      double moved = part.credited().get(random.nextInt(STRETCHES)) - prior * part.covered();
      sum += weight * side.inner().forward(Curve.clamp(prior + moved));
      total += weight;
    }
    return side.inner().backward(sum / total);
  }

  private double varied(double weight) {
    return weight * (1 + WEIGHT_SPREAD * (2 * random.nextDouble() - 1));
  }

  private static Side side(MaturityModel model, String id, Weights weights, Snapshot snapshot) {
    List<Part> parts =
        model.indicatorsOf(id).stream()
            .filter(indicator -> weights.indicator(indicator.id()) > 0)
            .map(indicator -> part(indicator, weights, snapshot.of(indicator.id())))
            .toList();
    return new Side(weights.dimension(id), new PowerMean(model.dimension(id).innerPower()), parts);
  }

  private static Part part(
      Indicator indicator, Weights weights, SortedMap<Coordinate, Standing> standings) {
    List<Double> credited = new ArrayList<>();
    for (int step = 0; step < STRETCHES; step++) {
      Curve curve = indicator.curve().stretched(1 + STRETCH * (step - STRETCHES / 2));
      credited.add(
          standings.values().stream()
              .mapToDouble(standing -> credited(standing, curve))
              .reduce(0, Double::sum));
    }
    double covered =
        standings.values().stream().mapToDouble(Standing::covered).reduce(0, Double::sum);
    return new Part(weights.indicator(indicator.id()), credited, covered);
  }

  private static double credited(Standing standing, Curve curve) {
    double plain = standing.reading().map(Reading::utility).orElse(0d);
    return standing.covered()
        * standing.measurement().map(measured -> curve.utility(measured.raw())).orElse(plain);
  }

  /** A dimension with the indicators that count in it. */
  private record Side(double weight, PowerMean inner, List<Part> parts) {}

  /**
   * An indicator.
   *
   * @param credited what its strata are credited with, per stretch of the curve
   * @param covered the share of it that is known
   */
  private record Part(double weight, List<Double> credited, double covered) {}
}
