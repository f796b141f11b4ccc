// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.curve;

/**
 * Neither too low nor too high: 0 up to the lower zero, 1 on the plateau, 0 again from the upper
 * zero on.
 */
public record BandCurve(double lowerZero, double plateauStart, double plateauEnd, double upperZero)
    implements Curve {
  public BandCurve {
    boolean finite = Double.isFinite(lowerZero) && Double.isFinite(upperZero);
    if (!(finite
        && lowerZero < plateauStart
        && plateauStart <= plateauEnd
        && plateauEnd < upperZero)) {
      throw new IllegalArgumentException("the four values of a band must rise");
    }
  }

  @Override
  public double utility(double raw) {
    double rising = (Curve.requireNumber(raw) - lowerZero) / (plateauStart - lowerZero);
    double falling = (upperZero - raw) / (upperZero - plateauEnd);
    return Curve.clamp(Math.min(rising, falling));
  }

  @Override
  public double raw(double utility, double from) {
    double wanted = Curve.clamp(utility);
    return from > plateauEnd
        ? upperZero - wanted * (upperZero - plateauEnd)
        : lowerZero + wanted * (plateauStart - lowerZero);
  }

  @Override
  public BandCurve stretched(double factor) {
    return new BandCurve(
        plateauStart - (plateauStart - lowerZero) * factor,
        plateauStart,
        plateauEnd,
        plateauEnd + (upperZero - plateauEnd) * factor);
  }
}
