// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

/**
 * The weighted power mean {@code phi^-1(sum w phi(x))} of values in [0, 1] with its secants, on
 * which exact attribution rests (scoring model, sections 2.7 and 2.10). p = 0 is the geometric
 * mean; there, zero is taken as the smallest positive number, which keeps logarithms finite (the
 * small-value strategy of Ang and Liu, 2007).
 */
record PowerMean(double power) {
  private static final double CLOSE = 1e-6;
  private static final double HALF = .5;

  PowerMean {
    if (!(power >= 0 && power <= 1)) {
      throw new IllegalArgumentException("the power of a mean lies from 0 to 1, not at " + power);
    }
  }

  /** phi, strictly rising. */
  double forward(double value) {
    if (power == 0) {
      return StrictMath.log(Math.max(value, Double.MIN_NORMAL));
    }
    return power == 1 ? value : power == HALF ? Math.sqrt(value) : StrictMath.pow(value, power);
  }

  /** phi's inverse. */
  double backward(double transformed) {
    if (power == 0) {
      return StrictMath.exp(transformed);
    }
    return power == 1
        ? transformed
        : power == HALF ? transformed * transformed : StrictMath.pow(transformed, 1 / power);
  }

  /**
   * The slope of phi between two values, its derivative where they meet; 0 where that is infinite.
   */
  double secant(double from, double to) {
    if (power == 1) {
      return 1;
    }
    double low = Math.min(from, to);
    double high = Math.max(from, to);
    if (high <= 0) {
      return 0;
    }
    return power == HALF ? 1 / (Math.sqrt(low) + Math.sqrt(high)) : general(low, high);
  }

  private double general(double low, double high) {
    if (high - low > CLOSE * high) {
      return (forward(high) - forward(low)) / (high - low);
    }
    double middle = (low + high) / 2;
    return power == 0 ? 1 / middle : power * StrictMath.pow(middle, power - 1);
  }
}
