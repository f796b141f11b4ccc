// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fields of a stream's records as they show up: notes each field that was not announced or has
 * changed its type. Not safe for use by several threads.
 */
final class ObservedSchema {
  private final Map<String, String> types = new TreeMap<>();
  private final Set<String> changes = new LinkedHashSet<>();

  /** Takes what discovery announced for granted. */
  ObservedSchema(Map<String, String> announced) {
    types.putAll(announced);
  }

  void see(JsonNode sample) {
    sample.properties().forEach(field -> see(field.getKey(), typeOf(field.getValue())));
  }

  private void see(String field, String type) {
    if (type.equals("null")) {
      return;
    }
    String before = types.putIfAbsent(field, type);
    if (before == null) {
      changes.add("new field " + field + " (" + type + ")");
    } else if (!fits(before, type)) {
      changes.add(field + " was " + before + ", is " + type);
    }
  }

  /** A number without a fraction may stand for one with. */
  private static boolean fits(String announced, String seen) {
    return announced.equals(seen) || (announced.equals("number") && seen.equals("integer"));
  }

  private static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case BOOLEAN -> "boolean";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case STRING -> "string";
      default -> "null";
    };
  }

  /** What differed, in the order it was seen. */
  Set<String> changes() {
    return changes;
  }
}
