// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Column;
import dev.tidemark.authoring.Persons;
import java.math.BigDecimal;
import java.util.List;

/**
 * Writes rows as JSON. A cell that is not what its column holds is written as it came, so that the
 * record is rejected with it and the others go on.
 *
 * @param scope what names of persons are hashed with
 */
record SqlJson(List<Column> columns, String scope) {
  ObjectNode of(SqlRow row) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    for (Column column : columns) {
      String cell = row.find(column.name()).orElse(null);
      if (cell == null) {
        record.putNull(column.name());
      } else {
        put(record, column, cell);
      }
    }
    return record;
  }

  private void put(ObjectNode record, Column column, String cell) {
    String name = column.name();
    switch (column.kind()) {
      case TEXT, ARRAY -> record.put(name, cell);
      case PERSON -> record.put(name, Persons.hash(scope, cell));
      case INTEGER, NUMBER -> number(record, name, cell);
      case FLAG -> flag(record, name, cell);
      case TIME -> time(record, name, cell);
    }
  }

  private static void number(ObjectNode record, String name, String cell) {
    try {
      record.put(name, new BigDecimal(cell));
    } catch (NumberFormatException unusable) {
      record.put(name, cell);
    }
  }

  private static void flag(ObjectNode record, String name, String cell) {
    switch (cell) {
      case "true", "1" -> record.put(name, true);
      case "false", "0" -> record.put(name, false);
      default -> record.put(name, cell);
    }
  }

  private static void time(ObjectNode record, String name, String cell) {
    SqlRow.parsed(cell)
        .ifPresentOrElse(time -> record.put(name, time.toString()), () -> record.put(name, cell));
  }
}
