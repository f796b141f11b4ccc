// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javax.xml.stream.XMLStreamException;

/**
 * Curves over one axis, in SVG.
 *
 * @param x what goes to the right
 * @param y what goes up, from 0
 * @param scale of what goes to the right
 */
public record Chart(String title, String x, String y, Scale scale, List<Curve> curves) {
  private static final int LEFT = 70;
  private static final int RIGHT = 620;
  private static final int TOP = 50;
  private static final int BOTTOM = 330;
  private static final int WIDTH = 860;
  private static final int HEIGHT = 380;
  private static final int LEGEND = 18;
  private static final String[] COLOURS = {
    "#c2410c", "#1e40af", "#15803d", "#7e22ce", "#a16207", "#0e7490", "#be123c", "#404040"
  };

  public Chart {
    curves = List.copyOf(curves);
  }

  /** How far apart values are drawn. */
  public enum Scale {
    /** As they are. */
    LINEAR {
      @Override
      double of(double value) {
        return value;
      }
    },
    /** Powers of ten the same distance from each other. */
    LOGARITHMIC {
      @Override
      double of(double value) {
        return Math.log10(value);
      }
    };

    abstract double of(double value);
  }

  /** The picture. */
  public String svg() {
    return Svg.drawn(WIDTH, HEIGHT, this::draw);
  }

  private void draw(Svg svg) throws XMLStreamException {
    svg.text(8, 20, "start", title);
    svg.text(LEFT, TOP - 10, "start", y);
    svg.text((LEFT + RIGHT) / 2.0, HEIGHT - 8, "middle", x);
    for (int fifth = 0; fifth <= 5; fifth++) {
      double value = most(Curve.Point::y) * fifth / 5;
      svg.line(LEFT, height(value), RIGHT, height(value), "#ddd");
      svg.text(LEFT - 6, height(value) + 4, "end", number(value));
    }
    for (Curve.Point point : curves.get(0).points()) {
      svg.text(across(point.x()), BOTTOM + 18, "middle", number(point.x()));
    }
    for (int i = 0; i < curves.size(); i++) {
      curve(svg, curves.get(i), i);
    }
  }

  private void curve(Svg svg, Curve curve, int number) throws XMLStreamException {
    String colour = COLOURS[number % COLOURS.length];
    List<Curve.Point> points = curve.points();
    for (int i = 0; i < points.size(); i++) {
      Curve.Point point = points.get(i);
      svg.dot(across(point.x()), height(point.y()), colour);
      if (i > 0) {
        Curve.Point last = points.get(i - 1);
        svg.line(across(last.x()), height(last.y()), across(point.x()), height(point.y()), colour);
      }
    }
    svg.dot(RIGHT + 20, TOP + LEGEND * number, colour);
    svg.text(RIGHT + 30, TOP + LEGEND * number + 4, "start", curve.title());
  }

  private double most(ToDoubleFunction<Curve.Point> axis) {
    double most =
        curves.stream().flatMap(it -> it.points().stream()).mapToDouble(axis).max().orElse(1);
    return most > 0 ? most : 1;
  }

  private double least() {
    return curves.stream()
        .flatMap(it -> it.points().stream())
        .mapToDouble(Curve.Point::x)
        .min()
        .orElse(0);
  }

  private double across(double value) {
    double from = scale.of(least());
    double width = scale.of(most(Curve.Point::x)) - from;
    return LEFT + (width == 0 ? 0 : (scale.of(value) - from) / width * (RIGHT - LEFT));
  }

  private double height(double value) {
    return BOTTOM - value / most(Curve.Point::y) * (BOTTOM - TOP);
  }

  private static String number(double value) {
    return value >= 100 || value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.2g", value);
  }
}
