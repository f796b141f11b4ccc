// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

/**
 * The exact Shapley split of the difference of a product among its factors: every factor's mean
 * marginal effect over all orders in which the factors could have changed.
 */
final class Shapley {
  private Shapley() {}

  /** One share per factor; together they are the difference of the products. */
  static double[] split(double[] before, double[] after) {
    int factors = before.length;
    double[] shares = new double[factors];
    for (int factor = 0; factor < factors; factor++) {
      for (int changed = 0; changed < 1 << factors; changed++) {
        if ((changed & 1 << factor) == 0) {
          shares[factor] +=
              weight(Integer.bitCount(changed), factors) * others(before, after, factor, changed);
        }
      }
      shares[factor] *= after[factor] - before[factor];
    }
    return shares;
  }

  private static double others(double[] before, double[] after, int factor, int changed) {
    double product = 1;
    for (int other = 0; other < before.length; other++) {
      if (other != factor) {
        product *= (changed & 1 << other) == 0 ? before[other] : after[other];
      }
    }
    return product;
  }

  /** The share of orders in which exactly so many factors changed first: r! (n - 1 - r)! / n!. */
  private static double weight(int first, int factors) {
    return factorial(first) * factorial(factors - 1 - first) / factorial(factors);
  }

  private static double factorial(int number) {
    double product = 1;
    for (int factor = 2; factor <= number; factor++) {
      product *= factor;
    }
    return product;
  }
}
