// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.curve;

/**
 * A function from raw values to utilities in [0, 1] (scoring model, section 2.3). Immutable. Raw
 * values beyond the ends are clamped; NaN is refused.
 */
public sealed interface Curve permits AnchoredCurve, LogisticCurve, BandCurve {
  /**
   * The utility of a raw value.
   *
   * @throws IllegalArgumentException if it is NaN
   */
  double utility(double raw);

  /**
   * A raw value that has the given utility: the one to aim for from where one stands.
   *
   * @param utility from 0 to 1
   * @param from the present raw value; it matters only where two values have the same utility
   */
  double raw(double utility, double from);

  /**
   * The same curve with every distance from its best value multiplied, which keeps it monotone; on
   * the logarithmic scale the distances are those of the logarithms. Used for the method band.
   */
  Curve stretched(double factor);

  /** Holds a utility within its bounds. */
  static double clamp(double utility) {
    return Math.min(1, Math.max(0, utility));
  }

  /** Refuses what is no number. */
  static double requireNumber(double raw) {
    if (Double.isNaN(raw)) {
      throw new IllegalArgumentException("a raw value must be a number, not NaN");
    }
    return raw;
  }
}
