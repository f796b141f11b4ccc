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

    /** The same with one more column. */
    Part put(String column, Object value) {
      Map<String, Object> more = new LinkedHashMap<>(values);
      more.put(column, value);
      return new Part(shape, more);
    }

    Row row(long number, Instant time, Instant shows) {
      Row row = Row.at(shows);
      values.forEach((column, value) -> row.put(column, filled(value, number, time)));
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
        return text(number);
      }
      return value == Mark.TIME ? time : value;
    }
  }

  static Recipe of(String stream, Part... rows) {
    return new Recipe(stream, List.of(rows));
  }

  /** The text of the record with that number. */
  static String text(long number) {
    return "made-" + number;
  }

  /** A row without values yet. */
  static Part part(String view) {
    return new Part(Shape.of(view), Map.of());
  }

  /** The record's own view. */
  Shape shape() {
    return rows.get(0).shape();
  }

  /** The column with the record's time; empty for what has none. */
  String time() {
    return rows.get(0).column(Mark.TIME);
  }

  /** The columns its records are in order by. */
  List<String> order() {
    return Stream.of(time(), rows.get(0).column(Mark.TEXT))
        .filter(column -> !column.isEmpty())
        .toList();
  }

  Stream<String> views() {
    return rows.stream().map(part -> part.shape().name());
  }
}
