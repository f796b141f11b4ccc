// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Values as they stand in answers: times in UTC, durations as ISO 8601 has them. */
final class Texts {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Texts() {}

  /** Null stays null. */
  static @Nullable String of(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** The texts in their own order of the alphabet. */
  static ArrayNode sorted(Collection<String> texts) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    texts.stream().sorted().forEach(list::add);
    return list;
  }

  /** A text the database keeps as JSON. */
  static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("it is kept as JSON", impossible);
    }
  }
}
