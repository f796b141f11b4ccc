// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.model.Bytes;
import dev.tidemark.spi.Discovery.Field;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How records compare with the fields announced for them. Not safe for use by several threads. */
final class RecordShape {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> announced = new TreeMap<>();
  private final Set<String> unseen = new LinkedHashSet<>();
  private final Set<String> problems = new LinkedHashSet<>();

  RecordShape(List<Field> fields) {
    fields.forEach(field -> announced.put(field.name(), field.type()));
    unseen.addAll(announced.keySet());
  }

  /** Looks at a record. */
  void see(Bytes payload) {
    JsonNode record = parsed(payload);
    if (record == null || !record.isObject()) {
      problems.add("a record is no JSON object: " + shortened(payload.utf8()));
      return;
    }
    record.properties().forEach(field -> see(field.getKey(), field.getValue()));
  }

  /** What does not fit, each once. */
  Set<String> problems() {
    return problems;
  }

  /** Fields no record had a value in. */
  Set<String> neverSeen() {
    return unseen;
  }

  /** A payload as JSON; null where it is none. */
  static @org.jspecify.annotations.Nullable JsonNode parsed(Bytes payload) {
    try {
      return JSON.readTree(payload.array());
    } catch (IOException malformed) {
      return null;
    }
  }

  private void see(String name, JsonNode value) {
    String type = announced.get(name);
    if (type == null) {
      problems.add("records hold the field " + name + ", which discovery does not announce");
    } else if (!value.isNull()) {
      unseen.remove(name);
      if (!fits(type, value)) {
        problems.add(
            "field " + name + " is declared " + type + " and holds " + value.getNodeType());
      }
    }
  }

  private static boolean fits(String type, JsonNode value) {
    return switch (type) {
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      default -> false;
    };
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }
}
