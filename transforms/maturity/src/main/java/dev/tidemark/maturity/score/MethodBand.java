// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import dev.tidemark.maturity.model.Composite;
import dev.tidemark.maturity.model.MaturityModel;
import java.util.Arrays;
import java.util.Random;

/**
 * How far the maturity depends on choices of method rather than on the organisation (scoring model,
 * section 2.9): the 5 to 95 % range of seeded draws in which weights vary by up to a quarter, the
 * outer power is 0, 1/4, 1/2 or 1, the prior 0.1, 0.2 or 0.3, and every curve is stretched by up to
 * a tenth. The same seed gives the same band.
 *
 * @param low the 5 % quantile of the maturity
 * @param median the 50 % quantile
 * @param high the 95 % quantile
 */
public record MethodBand(double low, double median, double high) {
  /** The number of draws that is enough for two digits. */
  public static final int DRAWS = 1000;

  /** The band of a composite. */
  public static MethodBand of(
      MaturityModel model, Composite composite, Snapshot snapshot, long seed, int draws) {
    MethodSampler sampler = new MethodSampler(model, composite, snapshot, new Random(seed));
    double[] maturities = new double[draws];
    Arrays.setAll(maturities, draw -> sampler.draw());
    Arrays.sort(maturities);
    return new MethodBand(rank(maturities, .05), rank(maturities, .5), rank(maturities, .95));
  }

  private static double rank(double[] sorted, double share) {
    return sorted[(int) (share * sorted.length)];
  }
}
