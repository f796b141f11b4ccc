// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a history was read: everything before a time, and of what has exactly that time the rows
 * up to a key.
 *
 * @param from rows before it were read
 * @param key the values of the tie-breaking columns of the last row at {@code from}; empty where no
 *     row at that time was read yet
 */
record HistoryPlace(Instant from, List<String> key) {
  private static final JsonMapper JSON = new JsonMapper();

  HistoryPlace {
    key = List.copyOf(key);
  }

  static HistoryPlace at(Instant from) {
    return new HistoryPlace(from, List.of());
  }

  /** Reads a cursor; where a stream begins, reading begins at a time. */
  static HistoryPlace of(Cursor cursor, Instant beginning) {
    if (cursor.equals(Cursor.start())) {
      return at(beginning);
    }
    try {
      JsonNode node = JSON.readTree(cursor.json());
      List<String> key = new ArrayList<>();
      node.path("key").forEach(part -> key.add(part.asText()));
      return new HistoryPlace(Instant.parse(node.path("from").asText()), key);
    } catch (JsonProcessingException | DateTimeException malformed) {
      throw ConnectorException.of(
          Category.DATA, "the stream's cursor is not one of snowflake: reset the stream");
    }
  }

  Cursor cursor() {
    ObjectNode node = JSON.createObjectNode().put("from", from.toString());
    if (!key.isEmpty()) {
      ArrayNode array = node.putArray("key");
      key.forEach(array::add);
    }
    return new Cursor(node.toString());
  }
}
