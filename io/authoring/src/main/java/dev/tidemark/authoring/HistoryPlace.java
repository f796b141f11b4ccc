// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.model.stream.Cursor;
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
public record HistoryPlace(Instant from, List<String> key) {
  public HistoryPlace {
    key = List.copyOf(key);
  }

  /** Before all rows of that time. */
  public static HistoryPlace at(Instant from) {
    return new HistoryPlace(from, List.of());
  }

  /** Reads a cursor; where a stream begins, reading begins at a time. */
  public static HistoryPlace of(Cursor cursor, Instant beginning) {
    if (cursor.equals(Cursor.start())) {
      return at(beginning);
    }
    JsonNode node = Cursors.read(cursor);
    List<String> key = new ArrayList<>();
    node.path("key").forEach(part -> key.add(part.asText()));
    try {
      return new HistoryPlace(Instant.parse(node.path("from").asText()), key);
    } catch (DateTimeException malformed) {
      throw Cursors.foreign();
    }
  }

  /** The cursor that leads back here. */
  public Cursor cursor() {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("from", from.toString());
    if (!key.isEmpty()) {
      ArrayNode array = node.putArray("key");
      key.forEach(array::add);
    }
    return new Cursor(node.toString());
  }
}
