// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is said of a series, and why: its samples after a first quarter, in which caches fill and
 * compilers work, are put into blocks, and the medians of the blocks are looked at. It is rising
 * where it would look so by chance once in a thousand times, and has risen by more than is
 * tolerated.
 *
 * @param first the median of the first block that counts
 * @param last that of the last
 * @param trend of the medians
 */
record Judgement(String name, double first, double last, Trend trend, Verdict verdict) {
  private static final int BLOCKS = 18;
  private static final int SAMPLES_OF_A_BLOCK = 3;
  private static final double WARMING_UP = 0.25;

  /** Of a normal distribution one in a thousand lies above. */
  private static final double SURE = 3.090;

  /** A series that levels off has less of its slope left. */
  private static final double LEFT = 0.25;

  /** Of all samples of a series, in the order of time. */
  static Judgement of(String name, List<Point> samples) {
    List<Point> blocks = blocks(samples);
    if (blocks.size() < BLOCKS) {
      return new Judgement(name, edge(samples, 0), edge(samples, -1), NOWHERE, Verdict.TOO_SHORT);
    }
    Trend trend = Trend.of(blocks);
    Verdict verdict =
        Tolerance.of(name).map(it -> verdict(blocks, trend, it)).orElse(Verdict.NOTED);
    return new Judgement(name, blocks.get(0).value(), edge(blocks, -1), trend, verdict);
  }

  private static final Trend NOWHERE = new Trend(0, 0);

  private static Verdict verdict(List<Point> blocks, Trend trend, Tolerance tolerance) {
    double rise = trend.slope() * (edgeHours(blocks) - blocks.get(0).hours());
    if (trend.certainty() < SURE || rise <= tolerance.above(blocks.get(0).value())) {
      return Verdict.STEADY;
    }
    Trend later = Trend.of(blocks.subList(blocks.size() / 2, blocks.size()));
    return later.slope() < LEFT * trend.slope() ? Verdict.LEVELLED : Verdict.RISING;
  }

  private static double edgeHours(List<Point> blocks) {
    return blocks.get(blocks.size() - 1).hours();
  }

  private static double edge(List<Point> points, int which) {
    return points.isEmpty() ? Double.NaN : points.get(which < 0 ? points.size() - 1 : 0).value();
  }

  /** Medians of parts of the time of equal length; none where there are too few samples. */
  private static List<Point> blocks(List<Point> samples) {
    Optional<Point> last = samples.stream().reduce((first, second) -> second);
    double end = last.map(Point::hours).orElse(0.0);
    double begin = end * WARMING_UP;
    double length = (end - begin) / BLOCKS;
    List<Point> blocks = new ArrayList<>();
    for (int number = 0; number < BLOCKS; number++) {
      double from = begin + number * length;
      double to = number == BLOCKS - 1 ? Double.MAX_VALUE : from + length;
      List<Double> block =
          samples.stream()
              .filter(it -> it.hours() >= from && it.hours() < to)
              .map(Point::value)
              .collect(Collectors.toList());
      if (block.size() >= SAMPLES_OF_A_BLOCK) {
        blocks.add(new Point(from + length / 2, Trend.median(block)));
      }
    }
    return blocks;
  }
}
