// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Duration;
import java.util.List;

/**
 * How far the company has come with something, over time: straight between the points, level before
 * the first and after the last.
 *
 * @param points in order of time
 */
record Curve(List<Point> points) {
  Curve {
    points = List.copyOf(points);
  }

  /**
   * A point of it.
   *
   * @param at counted from when the present begins, negative in the past
   */
  record Point(Duration at, double level) {}

  double at(Duration offset) {
    Point before = points.get(0);
    if (offset.compareTo(before.at()) <= 0) {
      return before.level();
    }
    for (Point point : points) {
      if (point.at().compareTo(offset) > 0) {
        return between(before, point, offset);
      }
      before = point;
    }
    return before.level();
  }

  private static double between(Point before, Point after, Duration offset) {
    double share =
        (double) offset.minus(before.at()).toMillis() / after.at().minus(before.at()).toMillis();
    return before.level() + share * (after.level() - before.level());
  }

  /**
   * The last time, up to then, that the curve passed a level; the first point's if it never did.
   */
  Duration lastPassing(double level, Duration until) {
    Duration last = points.get(0).at();
    for (int i = 1; i < points.size(); i++) {
      Point before = points.get(i - 1);
      Point after = points.get(i);
      if ((before.level() <= level) != (after.level() <= level)) {
        Duration passing = passing(before, after, level);
        last = passing.compareTo(until) <= 0 ? passing : last;
      }
    }
    return last;
  }

  private static Duration passing(Point before, Point after, double level) {
    double share = (level - before.level()) / (after.level() - before.level());
    return before
        .at()
        .plusMillis((long) Math.ceil(share * after.at().minus(before.at()).toMillis()));
  }
}
