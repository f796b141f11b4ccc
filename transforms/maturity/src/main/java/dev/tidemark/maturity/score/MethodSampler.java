// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import dev.tidemark.maturity.curve.Curve;
import dev.tidemark.maturity.model.Composite;
import dev.tidemark.maturity.model.MaturityModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * Draws maturities under varied methods. What a stretched curve gives is computed once per
 * hundredth of stretch and indicator, so a draw costs the same for one stratum and for thousands.
 */
final class MethodSampler {
  private static final double[] PRIORS = {.1, .2, .3};
  private static final double WEIGHT_SPREAD = .25;
  private static final int STRETCHES = 21;
  private static final double STRETCH = .01;

  private final MaturityModel model;
  private final Composite composite;
  private final Random random;
  private final Weights weights;
  private final List<Scoring> powers;
  private final SortedMap<String, Stretched> indicators = new TreeMap<>();

  MethodSampler(MaturityModel model, Composite composite, Snapshot snapshot, Random random) {
    this.model = model;
    this.composite = composite;
    this.random = random;
    this.weights = Weights.of(model, composite, snapshot);
    this.powers =
        DoubleStream.of(0, .25, .5, 1)
            .mapToObj(power -> new Scoring(model.withOuterPower(power)))
            .toList();
    weights.indicators().keySet().stream()
        .filter(snapshot::isApplicable)
        .forEach(id -> indicators.put(id, stretched(model.indicator(id).curve(), snapshot.of(id))));
  }

  double draw() {
    Scoring scoring = powers.get(random.nextInt(powers.size()));
    double prior = PRIORS[random.nextInt(PRIORS.length)];
    SortedMap<String, Estimate> values = new TreeMap<>();
    indicators.forEach((id, stretched) -> values.put(id, estimate(stretched, prior)));
    Weights varied =
        weights.scaled(
            weight -> weight * (1 + WEIGHT_SPREAD * (2 * random.nextDouble() - 1)), model);
    return scoring.assemble(composite, values, varied).maturity();
  }

  private Estimate estimate(Stretched stretched, double prior) {
    double moved = stretched.sums().get(random.nextInt(STRETCHES)) - prior * stretched.covered();
    double value = Curve.clamp(prior + moved);
    return new Estimate(value, value, value, 1);
  }

  private static Stretched stretched(Curve curve, SortedMap<Coordinate, Standing> standings) {
    List<Double> sums = new ArrayList<>();
    for (int step = 0; step < STRETCHES; step++) {
      Curve varied = curve.stretched(1 + STRETCH * (step - STRETCHES / 2));
      sums.add(
          standings.values().stream()
              .mapToDouble(standing -> credited(standing, varied))
              .reduce(0, Double::sum));
    }
    return new Stretched(
        sums, standings.values().stream().mapToDouble(Standing::covered).reduce(0, Double::sum));
  }

  private static double credited(Standing standing, Curve curve) {
    double plain = standing.reading().map(Reading::utility).orElse(0d);
    double utility =
        standing.measurement().map(measured -> curve.utility(measured.raw())).orElse(plain);
    return standing.covered() * utility;
  }

  /**
   * What an indicator amounts to.
   *
   * @param sums the sum of what strata are credited with, per stretch of the curve
   * @param covered the share that is known
   */
  private record Stretched(List<Double> sums, double covered) {}
}
