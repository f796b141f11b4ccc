// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares score cards as {@code score --json} prints them: word for word, and numbers up to what a
 * minute or two of ageing makes of them.
 */
final class Card {
  /** The shortest half-life is days: a score of 0 to 5 loses less than this in two minutes. */
  private static final double AGEING = 1e-3;

  /**
   * When it was computed, how old evidence was then, and how it came about since a close: each
   * installation's own.
   */
  private static final Set<String> OWN =
      Set.of(
          "as_of", "age_days", "since", "delta", "subtotals", "attribution", "provisional_until");

  private Card() {}

  /** What differs, by place in the card. */
  static Map<String, String> differences(JsonNode left, JsonNode right) {
    Map<String, String> different = new TreeMap<>();
    compare("", left, right, different);
    return different;
  }

  private static void compare(
      String place, JsonNode left, JsonNode right, Map<String, String> different) {
    if (left.isNumber() && right.isNumber()) {
      if (Math.abs(left.asDouble() - right.asDouble()) > AGEING) {
        different.put(place, left + " instead of " + right);
      }
    } else if (left.isObject() && right.isObject()) {
      names(left, right)
          .forEach(
              name -> compare(place + "." + name, left.path(name), right.path(name), different));
    } else if (left.isArray() && left.size() == right.size()) {
      for (int index = 0; index < left.size(); index++) {
        compare(place + "." + index, left.get(index), right.get(index), different);
      }
    } else if (!left.equals(right)) {
      different.put(place, left + " instead of " + right);
    }
  }

  private static Set<String> names(JsonNode left, JsonNode right) {
    Map<String, JsonNode> names = new TreeMap<>();
    left.properties().forEach(field -> names.put(field.getKey(), field.getValue()));
    right.properties().forEach(field -> names.put(field.getKey(), field.getValue()));
    names.keySet().removeAll(OWN);
    return names.keySet();
  }
}
