// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Column;
import dev.tidemark.authoring.Persons;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes rows as JSON. A column the statement does not have is left out: nothing is known of it. A
 * value that is not what its column holds is written as it came, so that the record is rejected
 * with it and the others go on.
 *
 * @param scope what names of persons are hashed with
 */
record RowJson(List<Column> columns, String scope) {
  private static final JsonMapper JSON = new JsonMapper();

  /** A row as a JSON object. */
  ObjectNode of(ResultSet row) throws SQLException {
    Set<String> present = present(row);
    ObjectNode record = JSON.createObjectNode();
    for (Column column : columns) {
      String label = column.name().toUpperCase(Locale.ROOT);
      if (present.contains(label)) {
        put(record, column, row, label);
      }
    }
    return record;
  }

  private static Set<String> present(ResultSet row) throws SQLException {
    Set<String> labels = new HashSet<>();
    for (int index = 1; index <= row.getMetaData().getColumnCount(); index++) {
      labels.add(row.getMetaData().getColumnLabel(index).toUpperCase(Locale.ROOT));
    }
    return labels;
  }

  private void put(ObjectNode record, Column column, ResultSet row, String label)
      throws SQLException {
    String text = row.getString(label);
    String name = column.name();
    if (text == null) {
      record.putNull(name);
      return;
    }
    switch (column.kind()) {
      case TEXT -> record.put(name, text);
      case PERSON -> record.put(name, Persons.hash(scope, text));
      case INTEGER, NUMBER -> number(record, name, text);
      case FLAG -> flag(record, name, text);
      case TIME -> time(record, name, row, label, text);
      case ARRAY -> array(record, name, text);
    }
  }

  private static void number(ObjectNode record, String name, String text) {
    try {
      record.put(name, new BigDecimal(text));
    } catch (NumberFormatException unusable) {
      record.put(name, text);
    }
  }

  private static void flag(ObjectNode record, String name, String text) {
    switch (text.toUpperCase(Locale.ROOT)) {
      case "TRUE", "1", "YES", "ON" -> record.put(name, true);
      case "FALSE", "0", "NO", "OFF" -> record.put(name, false);
      default -> record.put(name, text);
    }
  }

  private static void time(
      ObjectNode record, String name, ResultSet row, String label, String text) {
    try {
      Timestamp time = row.getTimestamp(label);
      record.put(name, time.toInstant().toString());
    } catch (SQLException | RuntimeException unusable) {
      record.put(name, text);
    }
  }

  private static void array(ObjectNode record, String name, String text) {
    try {
      record.set(name, JSON.readTree(text));
    } catch (JsonProcessingException unusable) {
      record.put(name, text);
    }
  }
}
