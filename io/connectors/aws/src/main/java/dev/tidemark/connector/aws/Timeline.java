// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Cursors;
import dev.tidemark.authoring.Place;
import dev.tidemark.model.stream.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream of things that happen, and change until they are over, has been counted.
 *
 * @param marks by place
 * @param open things that began within what is counted and are not over yet, with their beginning
 * @param at where the running pass goes on; empty between passes
 * @param skipped whether the running pass has left out a place
 */
record Timeline(
    SortedMap<String, Mark> marks,
    SortedMap<String, Instant> open,
    String at,
    Place.Skipped skipped) {

  /**
   * How far one place has been counted.
   *
   * @param through everything that began up to here was counted
   * @param to where a pass that was broken off was counting to; null where none was
   * @param after the key up to which that pass had counted
   */
  record Mark(Instant through, @Nullable Instant to, String after) {
    static Mark at(Instant through) {
      return new Mark(through, null, "");
    }
  }

  /** Reads a cursor; one of another kind is refused. */
  static Timeline of(Cursor cursor) {
    JsonNode node = Cursors.read(cursor);
    SortedMap<String, Mark> marks = new TreeMap<>();
    SortedMap<String, Instant> open = new TreeMap<>();
    try {
      node.path("marks").properties().forEach(it -> marks.put(it.getKey(), mark(it.getValue())));
      node.path("open").properties().forEach(it -> open.put(it.getKey(), time(it.getValue())));
    } catch (DateTimeException malformed) {
      throw Cursors.foreign();
    }
    return new Timeline(
        marks,
        open,
        node.path("at").asText(""),
        node.path("skipped").asBoolean() ? Place.Skipped.SOMETHING : Place.Skipped.NOTHING);
  }

  /** The same between passes: what a restart begins with. */
  Timeline settled() {
    return new Timeline(marks, open, "", Place.Skipped.NOTHING);
  }

  Cursor cursor() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ObjectNode places = node.putObject("marks");
    marks.forEach((place, mark) -> write(mark, places.putObject(place)));
    if (!open.isEmpty()) {
      ObjectNode keys = node.putObject("open");
      open.forEach((key, start) -> keys.put(key, start.toString()));
    }
    if (!at.isEmpty()) {
      node.put("at", at);
    }
    if (skipped == Place.Skipped.SOMETHING) {
      node.put("skipped", true);
    }
    return new Cursor(node.toString());
  }

  private static void write(Mark mark, ObjectNode node) {
    node.put("through", mark.through().toString());
    if (mark.to() != null) {
      node.put("to", mark.to().toString()).put("after", mark.after());
    }
  }

  private static Mark mark(JsonNode node) {
    JsonNode to = node.path("to");
    return new Mark(
        time(node.path("through")),
        to.isMissingNode() ? null : time(to),
        node.path("after").asText(""));
  }

  private static Instant time(JsonNode node) {
    return Instant.parse(node.asText());
  }
}
