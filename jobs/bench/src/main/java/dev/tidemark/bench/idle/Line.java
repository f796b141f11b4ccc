// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.idle;

import java.util.List;

/**
 * The straight line that passes closest to points, by least squares: what each further one costs,
 * and what is there without any.
 */
record Line(double slope, double origin) {
  /** One measurement. */
  record Point(double x, double y) {}

  /** Through two points at least, at different places. */
  static Line through(List<Point> points) {
    double meanX = points.stream().mapToDouble(Point::x).average().orElseThrow();
    double meanY = points.stream().mapToDouble(Point::y).average().orElseThrow();
    double above = 0;
    double below = 0;
    for (Point point : points) {
      above += (point.x() - meanX) * (point.y() - meanY);
      below += (point.x() - meanX) * (point.x() - meanX);
    }
    if (below == 0) {
      throw new IllegalArgumentException("a line needs two different places");
    }
    return new Line(above / below, meanY - above / below * meanX);
  }
}
