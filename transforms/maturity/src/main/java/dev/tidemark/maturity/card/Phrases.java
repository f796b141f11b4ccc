// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.card;

import dev.tidemark.model.metric.Unit;
import java.util.Locale;

/** Values in the words of a reader: percentages, lengths of time, counts. */
final class Phrases {
  private static final double MINUTE = 60;
  private static final double HOUR = 3600;
  private static final double DAY = 86_400;
  private static final double EDGE = .10;
  private static final double TINY = .01;

  private Phrases() {}

  /** A raw value in its unit. */
  static String value(double raw, Unit unit) {
    if (unit.equals(Unit.ONE)) {
      return percentage(raw);
    }
    return unit.equals(Unit.SECOND) ? duration(raw) : decimal(raw) + " " + unit;
  }

  /** A change of a raw value; both sides in the same words. */
  static String change(double from, double to, Unit unit) {
    return value(from, unit) + " -> " + value(to, unit);
  }

  /** A whole number with its thousands apart, or one decimal. */
  static String count(double number) {
    return number == Math.rint(number) ? format("%,.0f", number) : format("%,.1f", number);
  }

  /** A signed change of maturity. */
  static String signed(double maturity) {
    return format("%+.3f", maturity);
  }

  /** Near the ends of the scale a decimal matters, in the middle it is noise. */
  private static String percentage(double share) {
    double percent = 100 * share;
    if (share > 0 && share < TINY) {
      return format("%.2f%%", percent);
    }
    boolean plain = share > EDGE && share < 1 - EDGE;
    return plain || share == 0 || share >= 1
        ? format("%.0f%%", percent)
        : format("%.1f%%", percent);
  }

  private static String duration(double seconds) {
    if (seconds < 2 * MINUTE) {
      return decimal(seconds) + " s";
    }
    if (seconds < 2 * HOUR) {
      return format("%.0f min", seconds / MINUTE);
    }
    return seconds < 2 * DAY ? decimal(seconds / HOUR) + " h" : decimal(seconds / DAY) + " d";
  }

  static String decimal(double number) {
    return number == Math.rint(number) ? format("%.0f", number) : format("%.1f", number);
  }

  static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
