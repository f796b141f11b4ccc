// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What came of a comparison.
 *
 * @param rows how many rows were compared, by kind
 * @param wrong which of them were wrong, and how
 */
public record Comparison(Map<String, Integer> rows, List<String> wrong) {
  private static final String NOTHING = "nothing";

  static Comparison of(Map<String, Expected> expected, Map<String, String> found) {
    Map<String, Integer> rows = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(expected.keySet());
    names.addAll(found.keySet());
    for (String name : names) {
      rows.merge(name.substring(0, name.indexOf(' ')), 1, Integer::sum);
      Expected allowed = expected.getOrDefault(name, Expected.exactly(NOTHING));
      String value = found.getOrDefault(name, NOTHING);
      if (!(value.equals(NOTHING)
          ? allowed.text().equals(NOTHING)
          : allowed.allows().test(value))) {
        wrong.add(name + ": " + value + " instead of " + allowed.text());
      }
    }
    return new Comparison(rows, wrong);
  }

  /** All kinds together. */
  public int compared() {
    return rows.values().stream().mapToInt(Integer::intValue).sum();
  }
}
