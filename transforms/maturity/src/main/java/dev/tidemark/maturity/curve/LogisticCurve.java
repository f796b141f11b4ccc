// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.curve;

/**
 * An S-shaped curve, rescaled so that it is 0 at the worst value and 1 at the best.
 *
 * @param middle where it is steepest
 * @param steepness positive; how steep it is there, per unit of the raw value
 */
public record LogisticCurve(double worst, double best, double middle, double steepness)
    implements Curve {
  public LogisticCurve {
    if (worst == best
        || !Double.isFinite(worst)
        || !Double.isFinite(best)
        || !Double.isFinite(middle)) {
      throw new IllegalArgumentException(
          "a logistic curve needs different, finite worst and best values");
    }
    if (!(steepness > 0 && Double.isFinite(steepness))) {
      throw new IllegalArgumentException(
          "a logistic curve needs a positive steepness, not " + steepness);
    }
  }

  @Override
  public double utility(double raw) {
    double low = logistic(worst);
    return Curve.clamp((logistic(Curve.requireNumber(raw)) - low) / (logistic(best) - low));
  }

  @Override
  public double raw(double utility, double from) {
    double low = logistic(worst);
    double height = low + (logistic(best) - low) * Curve.clamp(utility);
    return middle - StrictMath.log(1 / height - 1) / steepness;
  }

  @Override
  public LogisticCurve stretched(double factor) {
    return new LogisticCurve(
        best + (worst - best) * factor, best, best + (middle - best) * factor, steepness / factor);
  }

  private double logistic(double raw) {
    return 1 / (1 + StrictMath.exp(-steepness * (raw - middle)));
  }
}
