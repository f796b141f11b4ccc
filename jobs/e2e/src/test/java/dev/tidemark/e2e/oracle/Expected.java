// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.oracle;

import java.util.function.Predicate;

/**
 * What a row must say.
 *
 * @param text for people
 * @param allows whether it may say so
 */
record Expected(String text, Predicate<String> allows) {
  /** As far as sums of doubles in another order may lie apart. */
  private static final double ROUNDING = 1e-9;

  static Expected exactly(Object value) {
    String text = String.valueOf(value);
    return new Expected(text, text::equals);
  }

  /** Word for word, numbers but for rounding. */
  static Expected rounded(String text) {
    return new Expected(text, found -> isRounded(text.split(" "), found.split(" ")));
  }

  private static boolean isRounded(String[] expected, String[] found) {
    boolean same = expected.length == found.length;
    for (int word = 0; same && word < expected.length; word++) {
      same = expected[word].equals(found[word]) || isRounded(expected[word], found[word]);
    }
    return same;
  }

  private static boolean isRounded(String expected, String found) {
    try {
      return Math.abs(Double.parseDouble(expected) - Double.parseDouble(found)) <= ROUNDING;
    } catch (NumberFormatException word) {
      return false;
    }
  }

  /** One of the values something had one after the other, because nobody can know which. */
  static Expected between(long least, long most, String reason) {
    return least == most
        ? exactly(least)
        : new Expected(
            "%d to %d (%s)".formatted(least, most, reason), found -> lies(found, least, most));
  }

  private static boolean lies(String found, long least, long most) {
    long value = Long.parseLong(found);
    return least <= value && value <= most;
  }
}
