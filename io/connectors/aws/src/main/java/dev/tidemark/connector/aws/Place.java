// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;

/**
 * Where a pass over a snapshot has come to.
 *
 * @param after key of the last record; empty at the beginning
 * @param skipped whether the pass has left out a part it should have read
 */
record Place(String after, Skipped skipped) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Whether something was left out that may be there on the next pass. */
  enum Skipped {
    NOTHING,
    SOMETHING
  }

  /** Reads a cursor; one of another kind is refused. */
  static Place of(Cursor cursor) {
    JsonNode node = read(cursor);
    return new Place(
        node.path("after").asText(""),
        node.path("skipped").asBoolean() ? Skipped.SOMETHING : Skipped.NOTHING);
  }

  Cursor cursor() {
    ObjectNode node = JSON.createObjectNode().put("after", after);
    if (skipped == Skipped.SOMETHING) {
      node.put("skipped", true);
    }
    return new Cursor(node.toString());
  }

  Place at(String key) {
    return new Place(key, skipped);
  }

  Place skipping(String path) {
    return new Place(Keys.behind(path), Skipped.SOMETHING);
  }

  /** A cursor's content. */
  static JsonNode read(Cursor cursor) {
    try {
      JsonNode node = JSON.readTree(cursor.json());
      if (node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException malformed) {
      throw foreign();
    }
    throw foreign();
  }

  static ConnectorException foreign() {
    return ConnectorException.of(
        Category.DATA, "the stream's cursor is not one of aws: reset the stream");
  }
}
