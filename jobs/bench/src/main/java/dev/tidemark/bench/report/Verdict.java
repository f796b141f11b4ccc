// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.report;

import java.util.Locale;

/**
 * An aim that is one number, and what came out.
 *
 * @param text what is measured, with its unit
 */
public record Verdict(String text, Bound bound, double wanted, double is) {
  /** Which side of the number is the right one. */
  public enum Bound {
    AT_MOST,
    AT_LEAST
  }

  public static Verdict atMost(double most, String text, double is) {
    return new Verdict(text, Bound.AT_MOST, most, is);
  }

  public static Verdict atLeast(double least, String text, double is) {
    return new Verdict(text, Bound.AT_LEAST, least, is);
  }

  public boolean isReached() {
    return bound == Bound.AT_MOST ? is <= wanted : is >= wanted;
  }

  /** A row of the table of aims. */
  void row(Markdown markdown) {
    String side = bound == Bound.AT_MOST ? "at most " : "at least ";
    markdown.row(
        text, side + number(wanted), number(is), isReached() ? "reached" : "**not reached**");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
  }
}
