// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.redshiftdata.model.Field;

/**
 * A row of a result.
 *
 * @param cells as text, by the column's name; null where the database says so
 */
record SqlRow(Map<String, @Nullable String> cells) {
  static SqlRow of(List<String> names, List<Field> fields) {
    Map<String, @Nullable String> cells = new HashMap<>();
    for (int index = 0; index < names.size(); index++) {
      cells.put(names.get(index), text(fields.get(index)));
    }
    return new SqlRow(cells);
  }

  /** The row a result is at. */
  static SqlRow of(ResultSet result) throws SQLException {
    ResultSetMetaData columns = result.getMetaData();
    Map<String, @Nullable String> cells = new HashMap<>();
    for (int index = 1; index <= columns.getColumnCount(); index++) {
      cells.put(columns.getColumnLabel(index), result.getString(index));
    }
    return new SqlRow(cells);
  }

  /** Texts of fixed length are filled up with blanks, which mean nothing. */
  Optional<String> find(String column) {
    return Optional.ofNullable(cells.get(column)).map(String::strip);
  }

  String text(String column) {
    return find(column).orElseThrow(() -> lacks(column));
  }

  long count(String column) {
    try {
      return Long.parseLong(text(column));
    } catch (NumberFormatException unusable) {
      throw lacks(column);
    }
  }

  /** A time of the database, which keeps UTC and does not say so. */
  Instant time(String column) {
    return parsed(text(column)).orElseThrow(() -> lacks(column));
  }

  /** The time a cell holds; empty where it holds something else. */
  static Optional<Instant> parsed(String cell) {
    try {
      return Optional.of(LocalDateTime.parse(cell.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private static @Nullable String text(Field field) {
    return switch (field.type()) {
      case STRING_VALUE -> field.stringValue();
      case LONG_VALUE -> field.longValue().toString();
      case DOUBLE_VALUE -> field.doubleValue().toString();
      case BOOLEAN_VALUE -> field.booleanValue().toString();
      default -> null;
    };
  }

  private static ConnectorException lacks(String column) {
    return ConnectorException.of(
        Category.DATA, "a row's " + column + " is not what it should be: reading stops before it");
  }
}
