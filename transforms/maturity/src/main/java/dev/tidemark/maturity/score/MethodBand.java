// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import dev.tidemark.maturity.curve.Curve;
import dev.tidemark.maturity.model.Composite;
import dev.tidemark.maturity.model.Indicator;
import dev.tidemark.maturity.model.MaturityModel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far the maturity depends on choices of method rather than on the organisation (scoring model,
 * section 2.9): the 5 to 95 % range of seeded draws in which weights vary by a quarter, the outer
 * power is 0, 1/4, 1/2 or 1, the prior 0.1, 0.2 or 0.3, and curves are stretched by a tenth. The
 * same seed gives the same band.
 *
 * @param low the 5 % quantile of the maturity
 * @param median the 50 % quantile
 * @param high the 95 % quantile
 */
public record MethodBand(double low, double median, double high) {
  /** The number of draws that is enough for two digits. */
  public static final int DRAWS = 1000;

  private static final double[] POWERS = {0, .25, .5, 1};
  private static final double[] PRIORS = {.1, .2, .3};
  private static final double WEIGHT_SPREAD = .25;
  private static final double ANCHOR_SPREAD = .1;

  /** The band of a composite. */
  public static MethodBand of(
      MaturityModel model, Composite composite, Snapshot snapshot, long seed, int draws) {
    Sampler sampler = new Sampler(model, composite, snapshot, new Random(seed));
    double[] maturities = new double[draws];
    Arrays.setAll(maturities, draw -> sampler.draw());
    Arrays.sort(maturities);
    return new MethodBand(rank(maturities, .05), rank(maturities, .5), rank(maturities, .95));
  }

  private static double rank(double[] sorted, double share) {
    return sorted[(int) (share * sorted.length)];
  }

  /** Draws maturities under varied methods. */
  private static final class Sampler {
    private final MaturityModel model;
    private final Composite composite;
    private final Snapshot snapshot;
    private final Random random;

    Sampler(MaturityModel model, Composite composite, Snapshot snapshot, Random random) {
      this.model = model;
      this.composite = composite;
      this.snapshot = snapshot;
      this.random = random;
    }

    double draw() {
      double power = POWERS[random.nextInt(POWERS.length)];
      double prior = PRIORS[random.nextInt(PRIORS.length)];
      Map<String, Curve> curves = curves();
      SortedMap<String, Estimate> indicators = indicators(prior, curves);
      Scoring scoring = new Scoring(model.withOuterPower(power));
      return scoring.assemble(composite, indicators, weights()).maturity();
    }

    private Map<String, Curve> curves() {
      Map<String, Curve> curves = new HashMap<>();
      for (Indicator indicator : model.indicators().values()) {
        curves.put(indicator.id(), indicator.curve().stretched(varied(ANCHOR_SPREAD)));
      }
      return curves;
    }

    private SortedMap<String, Estimate> indicators(double prior, Map<String, Curve> curves) {
      SortedMap<String, Double> values = new TreeMap<>();
      snapshot
          .standings()
          .forEach(
              (at, standing) ->
                  values.merge(at.indicator(), moved(at, standing, prior, curves), Double::sum));
      SortedMap<String, Estimate> estimates = new TreeMap<>();
      model.indicators().keySet().stream()
          .filter(snapshot::isApplicable)
          .forEach(id -> estimates.put(id, estimate(prior + values.getOrDefault(id, 0d))));
      return estimates;
    }

    private static double moved(
        Coordinate at, Standing standing, double prior, Map<String, Curve> curves) {
      Curve curve = curves.get(at.indicator());
      if (curve == null || standing.reading().isEmpty()) {
        return 0;
      }
      double utility =
          standing
              .measurement()
              .map(measurement -> curve.utility(measurement.raw()))
              .orElse(standing.reading().get().utility());
      return standing.covered() * (utility - prior);
    }

    private static Estimate estimate(double value) {
      double bounded = Curve.clamp(value);
      return new Estimate(bounded, bounded, bounded, 1);
    }

    private Weights weights() {
      Weights plain = Weights.of(model, composite, snapshot);
      return plain.scaled(weight -> weight * varied(WEIGHT_SPREAD), model);
    }

    private double varied(double spread) {
      return 1 + spread * (2 * random.nextDouble() - 1);
    }
  }
}
