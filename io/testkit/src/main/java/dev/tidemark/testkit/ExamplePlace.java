// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.model.stream.Cursor;
import java.time.Instant;
import java.util.Comparator;

/** What a cursor of a scripted stream of rows says: after the row of that time and number. */
record ExamplePlace(Instant at, long id) implements Comparable<ExamplePlace> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ExamplePlace START = new ExamplePlace(Instant.MIN, 0);
  private static final Comparator<ExamplePlace> ORDER =
      Comparator.comparing(ExamplePlace::at).thenComparing(ExamplePlace::id);

  static ExamplePlace of(Cursor cursor) {
    JsonNode json = parse(cursor.json());
    return json.has("at")
        ? new ExamplePlace(Instant.parse(json.get("at").asText()), json.get("id").asLong())
        : START;
  }

  static ExamplePlace of(ExampleRow row) {
    return new ExamplePlace(row.at(), row.id());
  }

  /** A row there, for comparing. */
  ExampleRow row() {
    return ExampleRow.of(at, id, "", 0);
  }

  Cursor cursor() {
    return equals(START)
        ? Cursor.start()
        : new Cursor("{\"at\":\"%s\",\"id\":%d}".formatted(at, id));
  }

  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + json, e);
    }
  }

  @Override
  public int compareTo(ExamplePlace other) {
    return ORDER.compare(this, other);
  }
}
