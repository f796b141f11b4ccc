// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;

/**
 * Where a pass has come to.
 *
 * @param after key of the last record; empty at the beginning
 * @param skipped whether the pass has left out a database it should have read
 */
record Place(String after, Skipped skipped) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Place START = new Place("", Skipped.NOTHING);

  /** Whether something was left out that may be there on the next pass. */
  enum Skipped {
    NOTHING,
    SOMETHING
  }

  static Place start() {
    return START;
  }

  /** Reads a cursor; one of another kind is refused. */
  static Place of(Cursor cursor) {
    try {
      JsonNode node = JSON.readTree(cursor.json());
      boolean skipped = node.path("skipped").asBoolean();
      return new Place(
          node.path("after").asText(""), skipped ? Skipped.SOMETHING : Skipped.NOTHING);
    } catch (JsonProcessingException malformed) {
      throw ConnectorException.of(
          Category.DATA, "the stream's cursor is not one of postgresql: reset the stream");
    }
  }

  Cursor cursor() {
    if (equals(START)) {
      return Cursor.start();
    }
    ObjectNode node = JSON.createObjectNode().put("after", after);
    if (skipped == Skipped.SOMETHING) {
      node.put("skipped", true);
    }
    return new Cursor(node.toString());
  }

  Place at(String key) {
    return new Place(key, skipped);
  }

  Place skipping() {
    return new Place(after, Skipped.SOMETHING);
  }
}
