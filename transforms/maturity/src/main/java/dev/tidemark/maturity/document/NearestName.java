// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class NearestName {
  private static final int SHORTEST_BEGINNING = 3;

  private NearestName() {}

  /** The known name closest to the given one, if it is close enough to be meant. */
  public static Optional<String> of(String given, Collection<String> known) {
    int allowed = Math.max(1, given.length() / 3);
    return known.stream()
        .filter(name -> distance(given, name) <= allowed || isBeginning(given, name))
        .min(
            Comparator.comparingInt((String name) -> distance(given, name))
                .thenComparing(name -> name));
  }

  /** "did you mean X?", or the whole choice if nothing is close. */
  public static String remedy(String given, Collection<String> known) {
    return of(given, known)
        .map(name -> "did you mean " + name + "?")
        .orElseGet(() -> known.isEmpty() ? "remove it" : "use one of " + String.join(", ", known));
  }

  /** Whether one is how the other begins, cut short or drawn out. */
  private static boolean isBeginning(String given, String name) {
    boolean longEnough = Math.min(given.length(), name.length()) >= SHORTEST_BEGINNING;
    return longEnough && (name.startsWith(given) || given.startsWith(name));
  }

  /** Levenshtein's distance: the fewest insertions, deletions and replacements of characters. */
  private static int distance(String left, String right) {
    int[] previous = new int[right.length() + 1];
    for (int column = 0; column < previous.length; column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      previous = nextRow(previous, left.charAt(row - 1), right, row);
    }
    return previous[right.length()];
  }

  private static int[] nextRow(int[] previous, char letter, String right, int row) {
    int[] current = new int[previous.length];
    current[0] = row;
    for (int column = 1; column < current.length; column++) {
      int replaced = previous[column - 1] + (letter == right.charAt(column - 1) ? 0 : 1);
      current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
    }
    return current;
  }
}
