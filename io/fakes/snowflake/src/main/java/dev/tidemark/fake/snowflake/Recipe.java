// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a record of a stream is made: the rows behind it, in which marks stand for what differs from
 * record to record.
 *
 * @param stream what readers of the account call it
 * @param rows by view; the first is the record's own
 */
record Recipe(String stream, List<Part> rows) {
  /** What differs from record to record. */
  enum Mark {
    NUMBER,
    TEXT,
    TIME
  }

  /** A row with marks. */
  record Part(Shape shape, Map<String, Object> values) {
    Part {
      values = new LinkedHashMap<>(values);
    }

    Row row(long number, Instant time, Instant shows) {
      Row row = Row.of(shows);
      values.forEach((column, value) -> row.values().put(column, filled(value, number, time)));
      return row;
    }

    /** The column that holds a mark; empty where none does. */
    String column(Mark mark) {
      return values.entrySet().stream()
          .filter(entry -> entry.getValue() == mark)
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse("");
    }

    private static Object filled(Object value, long number, Instant time) {
      if (value == Mark.NUMBER) {
        return number;
      }
      if (value == Mark.TEXT) {
        return "made-" + number;
      }
      return value == Mark.TIME ? time : value;
    }
  }

  static Recipe of(String stream, Part... rows) {
    return new Recipe(stream, List.of(rows));
  }

  /** A row from columns and values in turn. */
  static Part part(String view, Object... namesAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int index = 0; index < namesAndValues.length; index += 2) {
      values.put(String.valueOf(namesAndValues[index]), namesAndValues[index + 1]);
    }
    return new Part(Shape.of(view), values);
  }

  /** The record's own view. */
  Shape shape() {
    return rows.get(0).shape();
  }

  /** The column with the record's time; empty for what has none. */
  String time() {
    return rows.get(0).column(Mark.TIME);
  }

  Stream<String> views() {
    return rows.stream().map(part -> part.shape().name());
  }
}
