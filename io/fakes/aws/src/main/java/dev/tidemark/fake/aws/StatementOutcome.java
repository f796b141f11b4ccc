// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What came of a statement.
 *
 * @param columns as the service describes them
 * @param rows each an array of fields, each field a union of the service's
 * @param error the database's words; null where there is a result
 */
record StatementOutcome(ArrayNode columns, List<ArrayNode> rows, @Nullable String error) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern MARKER = Pattern.compile("(?<!:):([a-zA-Z_][a-zA-Z_0-9]*)");

  static StatementOutcome failed(String error) {
    return new StatementOutcome(JSON.arrayNode(), List.of(), error);
  }

  /** Runs it; named parameters become places, each a text the database converts. */
  static StatementOutcome of(Connection connection, String sql, Map<String, String> parameters) {
    List<String> values = new ArrayList<>();
    String placed =
        MARKER
            .matcher(sql)
            .replaceAll(
                marker -> {
                  values.add(parameters.get(marker.group(1)));
                  return Matcher.quoteReplacement("CAST(? AS VARCHAR)");
                });
    try (PreparedStatement statement = connection.prepareStatement(placed)) {
      for (int index = 0; index < values.size(); index++) {
        statement.setString(index + 1, values.get(index));
      }
      try (ResultSet result = statement.executeQuery()) {
        return of(result);
      }
    } catch (SQLException failure) {
      return failed(words(failure));
    }
  }

  /** The parameters a statement has a place for. */
  static List<String> markers(String sql) {
    return MARKER.matcher(sql).results().map(it -> it.group(1)).distinct().toList();
  }

  private static StatementOutcome of(ResultSet result) throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    ArrayNode columns = JSON.arrayNode();
    for (int index = 1; index <= meta.getColumnCount(); index++) {
      columns
          .addObject()
          .put("name", meta.getColumnLabel(index))
          .put("label", meta.getColumnLabel(index))
          .put("typeName", meta.getColumnTypeName(index).toLowerCase(java.util.Locale.ROOT))
          .put("nullable", 1);
    }
    List<ArrayNode> rows = new ArrayList<>();
    while (result.next()) {
      ArrayNode row = JSON.arrayNode();
      for (int index = 1; index <= meta.getColumnCount(); index++) {
        row.add(field(result, index, meta.getColumnType(index)));
      }
      rows.add(row);
    }
    return new StatementOutcome(columns, rows, null);
  }

  /** Decimals and times are texts; the service has no type for them. */
  private static ObjectNode field(ResultSet result, int index, int type) throws SQLException {
    String text = result.getString(index);
    if (text == null) {
      return JSON.objectNode().put("isNull", true);
    }
    return switch (type) {
      case Types.SMALLINT, Types.INTEGER, Types.BIGINT ->
          JSON.objectNode().put("longValue", result.getLong(index));
      case Types.REAL, Types.DOUBLE, Types.FLOAT ->
          JSON.objectNode().put("doubleValue", result.getDouble(index));
      case Types.BOOLEAN -> JSON.objectNode().put("booleanValue", result.getBoolean(index));
      default -> JSON.objectNode().put("stringValue", text);
    };
  }

  private static String words(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case 42102, 42104 -> "ERROR: relation of the statement does not exist";
      case 42122 -> "ERROR: column of the statement does not exist";
      default -> "ERROR: " + failure.getMessage();
    };
  }
}
