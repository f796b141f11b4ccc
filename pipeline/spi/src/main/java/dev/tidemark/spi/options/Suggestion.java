// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What someone who wrote an unknown name may have meant. */
final class Suggestion {
  private Suggestion() {}

  /** The nearest known name, if one is near enough to be a slip of the pen. */
  static Optional<String> of(String written, Collection<String> known) {
    String plain = plain(written);
    return known.stream()
        .filter(name -> distance(plain, plain(name)) <= 1 + Math.min(plain.length(), 9) / 3)
        .min(
            Comparator.comparingInt((String name) -> distance(plain, plain(name)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
  }

  /** Levenshtein's distance. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      row[column] = column;
    }
    for (int line = 1; line <= left.length(); line++) {
      advance(row, left.charAt(line - 1), right, line);
    }
    return row[right.length()];
  }

  private static void advance(int[] row, char letter, String right, int line) {
    int diagonal = row[0];
    row[0] = line;
    for (int column = 1; column < row.length; column++) {
      int replaced = diagonal + (letter == right.charAt(column - 1) ? 0 : 1);
      diagonal = row[column];
      row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
    }
  }
}
