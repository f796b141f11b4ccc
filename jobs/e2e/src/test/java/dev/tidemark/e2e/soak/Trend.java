// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.soak;

import java.util.ArrayList;
import java.util.List;

/**
 * Which way a series of values goes that hardly resemble those before them, robust to outliers.
 *
 * <p>How steep it is, is the median of the slopes between all pairs of points (Theil 1950; Sen
 * 1968, doi 10.1080/01621459.1968.10480934). Whether it goes anywhere at all is the test of Mann
 * (1945, doi 10.2307/1907187) and Kendall (1975, Rank Correlation Methods): how many later points
 * lie higher less how many lie lower, over its standard deviation, corrected for ties.
 *
 * @param slope an hour
 * @param certainty standard deviations by which it goes up; down where negative
 */
record Trend(double slope, double certainty) {
  static Trend of(List<Point> points) {
    return new Trend(slope(points), certainty(points));
  }

  private static double slope(List<Point> points) {
    List<Double> slopes = new ArrayList<>();
    for (int later = 1; later < points.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        Point from = points.get(earlier);
        Point to = points.get(later);
        slopes.add((to.value() - from.value()) / (to.hours() - from.hours()));
      }
    }
    return median(slopes);
  }

  /** The middle value, or the mean of the two in the middle. */
  static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static double certainty(List<Point> points) {
    double score = score(points.stream().mapToDouble(Point::value).toArray());
    double variance = variance(points);
    return score == 0 || variance <= 0 ? 0 : (score - Math.signum(score)) / Math.sqrt(variance);
  }

  private static double score(double[] values) {
    double score = 0;
    for (int later = 1; later < values.length; later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        score += Math.signum(values[later] - values[earlier]);
      }
    }
    return score;
  }

  private static double variance(List<Point> points) {
    double[] sorted = points.stream().mapToDouble(Point::value).sorted().toArray();
    double variance = pairs(sorted.length);
    int run = 1;
    for (int next = 1; next <= sorted.length; next++) {
      if (next < sorted.length && sorted[next] == sorted[next - 1]) {
        run++;
      } else {
        variance -= pairs(run);
        run = 1;
      }
    }
    return variance / 18;
  }

  private static double pairs(double count) {
    return count * (count - 1) * (2 * count + 5);
  }
}
