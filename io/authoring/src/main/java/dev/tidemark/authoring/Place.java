// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.model.stream.Cursor;

/**
 * Where a pass over a snapshot has come to.
 *
 * @param after key of the last record; empty at the beginning
 * @param skipped whether the pass has left out a part it should have read
 */
public record Place(String after, Skipped skipped) {
  /** Whether something was left out that may be there on the next pass. */
  public enum Skipped {
    NOTHING,
    SOMETHING
  }

  /** Reads a cursor; one of another kind is refused. */
  public static Place of(Cursor cursor) {
    JsonNode node = Cursors.read(cursor);
    return new Place(
        node.path("after").asText(""),
        node.path("skipped").asBoolean() ? Skipped.SOMETHING : Skipped.NOTHING);
  }

  /** The cursor that leads back here. */
  public Cursor cursor() {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("after", after);
    if (skipped == Skipped.SOMETHING) {
      node.put("skipped", true);
    }
    return new Cursor(node.toString());
  }

  /** The place behind a record. */
  public Place at(String key) {
    return new Place(key, skipped);
  }

  /** The place behind a part that was left out. */
  public Place skipping(String path) {
    return new Place(Keys.behind(path), Skipped.SOMETHING);
  }
}
