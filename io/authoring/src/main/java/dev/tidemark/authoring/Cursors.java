// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;

/** Cursors as what they hold. */
public final class Cursors {
  private static final JsonMapper JSON = new JsonMapper();

  private Cursors() {}

  /** A cursor's content; one that is no JSON object is {@link #foreign}. */
  public static JsonNode read(Cursor cursor) {
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

  /** What is said of a cursor that another connector, or another release, must have written. */
  public static ConnectorException foreign() {
    return ConnectorException.of(
        Category.DATA, "the stream's cursor is not one this connector writes: reset the stream");
  }
}
