// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.report;

import java.util.List;

/** Points joined by lines, in order. */
public record Curve(String title, List<Point> points) {
  public Curve {
    points = List.copyOf(points);
  }

  /** One measured value. */
  public record Point(double x, double y) {}
}
