// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.harness;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The median of ratios with an interval that holds the true one in 95 of 100 runs, by the bootstrap
 * (Efron 1979, percentile method): rounds drawn with replacement, again and again.
 *
 * @param rounds how many ratios it was made of
 */
public record Ratio(double median, double low, double high, int rounds) {
  private static final int RESAMPLES = 10_000;
  private static final double TAIL = 0.025;

  /** Fewer say nothing about how far they spread. */
  private static final int FEWEST = 3;

  /**
   * Of these ratios.
   *
   * @param seed the same gives the same interval
   */
  public static Ratio of(List<Double> ratios, long seed) {
    if (ratios.isEmpty()) {
      throw new IllegalArgumentException("no round is left to compare");
    }
    double[] values = ratios.stream().mapToDouble(Double::doubleValue).toArray();
    double[] medians = resampled(values, new SplittableRandom(seed));
    return new Ratio(
        median(values.clone()),
        medians[(int) (RESAMPLES * TAIL)],
        medians[(int) (RESAMPLES * (1 - TAIL)) - 1],
        values.length);
  }

  private static double[] resampled(double[] values, SplittableRandom random) {
    double[] medians = new double[RESAMPLES];
    double[] drawn = new double[values.length];
    for (int i = 0; i < RESAMPLES; i++) {
      for (int j = 0; j < drawn.length; j++) {
        drawn[j] = values[random.nextInt(values.length)];
      }
      medians[i] = median(drawn);
    }
    Arrays.sort(medians);
    return medians;
  }

  /** The middle one, or what is halfway between the middle two; sorts them. */
  public static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  /** Whether there are rounds enough for an interval. */
  public boolean isSound() {
    return rounds >= FEWEST;
  }
}
