// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Answers statements from the engine. Safe for use by several threads. */
final class Statements {
  private static final int NANOS = 1_000_000_000;

  private final Engine engine;
  private final Map<String, Statement> running = new ConcurrentHashMap<>();

  Statements(Engine engine) {
    this.engine = engine;
  }

  /**
   * Answers a statement.
   *
   * @param id of the request, by which it can be cancelled
   */
  ObjectNode answer(String id, JsonNode request, Login login) {
    String text = request.path("sqlText").asText();
    boolean described = request.path("describeOnly").asBoolean();
    if (login.warehouse() == null && !described && text.contains("SNOWFLAKE.")) {
      return Answer.failed(SqlFailure.noWarehouse());
    }
    String sql = translated(text, login);
    try (Connection connection = engine.reader();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return described
          ? described(statement, login)
          : run(id, statement, request.path("bindings"), login);
    } catch (SQLException failure) {
      return Answer.failed(SqlFailure.of(failure, text));
    } finally {
      running.remove(id);
    }
  }

  /** Ends a statement that runs. */
  void cancel(String id) {
    Statement statement = running.get(id);
    if (statement != null) {
      try {
        statement.cancel();
      } catch (SQLException ended) {
        // It is over.
      }
    }
  }

  /** What is the account's to know and not the engine's. */
  private static String translated(String sql, Login login) {
    return sql.replace("CURRENT_ROLE()", "'" + login.role() + "'")
        .replace(
            "CURRENT_WAREHOUSE()",
            login.warehouse() == null ? "CAST(NULL AS VARCHAR)" : "'" + login.warehouse() + "'")
        .replace("CURRENT_TIMESTAMP()", "PUBLIC.NOW_THERE()");
  }

  private static ObjectNode described(PreparedStatement statement, Login login)
      throws SQLException {
    ArrayNode rowtype = rowtype(statement.getMetaData());
    return Answer.rows(UUID.randomUUID().toString(), rowtype, List.of(), login);
  }

  private ObjectNode run(String id, PreparedStatement statement, JsonNode bindings, Login login)
      throws SQLException {
    for (int place = 1; bindings.has(Integer.toString(place)); place++) {
      statement.setObject(place, value(bindings.path(Integer.toString(place))));
    }
    running.put(id, statement);
    try (ResultSet result = statement.executeQuery()) {
      List<List<@Nullable String>> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(cells(result));
      }
      return Answer.rows(UUID.randomUUID().toString(), rowtype(result.getMetaData()), rows, login);
    }
  }

  private static @Nullable Object value(JsonNode binding) {
    String text = binding.path("value").isNull() ? null : binding.path("value").asText();
    if (text == null) {
      return null;
    }
    String type = binding.path("type").asText();
    return switch (type) {
      case "FIXED" -> new BigDecimal(text);
      case "REAL" -> Double.valueOf(text);
      case "BOOLEAN" -> Boolean.valueOf(text);
      default -> type.startsWith("TIMESTAMP") ? time(text) : text;
    };
  }

  /** Nanoseconds since 1970. */
  private static OffsetDateTime time(String nanos) {
    BigDecimal[] parts = new BigDecimal(nanos).divideAndRemainder(BigDecimal.valueOf(NANOS));
    return Instant.ofEpochSecond(parts[0].longValue(), parts[1].longValue())
        .atOffset(ZoneOffset.UTC);
  }

  private static ArrayNode rowtype(ResultSetMetaData metadata) throws SQLException {
    ArrayNode types = Json.array();
    for (int index = 1; index <= metadata.getColumnCount(); index++) {
      String name = metadata.getColumnLabel(index);
      types
          .addObject()
          .put("name", name)
          .put("database", "SNOWFLAKE")
          .put("schema", "ACCOUNT_USAGE")
          .put("table", "")
          .put("type", type(name, metadata.getColumnType(index)))
          .put("nullable", true)
          .put("precision", 38)
          .put("scale", scale(metadata, index))
          .putNull("length")
          .putNull("byteLength");
    }
    return types;
  }

  private static String type(String name, int type) {
    boolean array = Shape.ALL.stream().anyMatch(shape -> shape.columns().get(name) == Shape.Type.A);
    return switch (type) {
      case Types.BIGINT, Types.INTEGER, Types.NUMERIC, Types.DECIMAL, Types.SMALLINT -> "fixed";
      case Types.DOUBLE, Types.REAL, Types.FLOAT -> "real";
      case Types.BOOLEAN -> "boolean";
      case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP -> "timestamp_ltz";
      default -> array ? "array" : "text";
    };
  }

  private static int scale(ResultSetMetaData metadata, int index) throws SQLException {
    return metadata.getColumnType(index) == Types.TIMESTAMP_WITH_TIMEZONE
        ? 9
        : Math.min(37, metadata.getScale(index));
  }

  private static List<@Nullable String> cells(ResultSet row) throws SQLException {
    List<@Nullable String> cells = new ArrayList<>();
    for (int index = 1; index <= row.getMetaData().getColumnCount(); index++) {
      cells.add(cell(row.getObject(index)));
    }
    return cells;
  }

  /** Every cell travels as text: times as seconds since 1970, truths as 1 and 0. */
  private static @Nullable String cell(@Nullable Object value) {
    if (value instanceof OffsetDateTime time) {
      return "%d.%09d".formatted(time.toEpochSecond(), time.getNano());
    }
    if (value instanceof Boolean truth) {
      return truth ? "1" : "0";
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value == null ? null : value.toString();
  }
}
