// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Column;
import dev.tidemark.authoring.Persons;
import dev.tidemark.spi.ConnectorException;
import java.math.BigDecimal;
import java.util.List;

/**
 * Writes rows as JSON. A column the statement does not have is left out: nothing is known of it. A
 * cell that is not what its column holds is written as it came, so that the record is rejected with
 * it and the others go on.
 *
 * @param scope what names of persons are hashed with
 */
record RowJson(List<Column> columns, String scope) {
  /** A row as a JSON object. */
  ObjectNode of(Row row) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    columns.stream().filter(it -> row.has(it.name())).forEach(it -> put(record, it, row));
    return record;
  }

  private void put(ObjectNode record, Column column, Row row) {
    String name = column.name();
    String cell = row.find(name).orElse(null);
    if (cell == null) {
      record.putNull(name);
      return;
    }
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
      case "true" -> record.put(name, true);
      case "false" -> record.put(name, false);
      default -> record.put(name, cell);
    }
  }

  private static void time(ObjectNode record, String name, String cell) {
    try {
      record.put(name, Micros.instant(cell).toString());
    } catch (ConnectorException unusable) {
      record.put(name, cell);
    }
  }
}
