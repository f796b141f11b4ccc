// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Runs statements and stores what they come to. Safe for use by several threads. */
final class SqlRunner {
  private final Engine engine;
  private final Set<String> forbidden = ConcurrentHashMap.newKeySet();
  private volatile int chunkRows = 4;
  private volatile @Nullable Lie lie;

  /**
   * A number that is none.
   *
   * @param value what stands in place of the last number of the last row
   */
  record Lie(java.util.function.Predicate<String> statements, String value) {}

  SqlRunner(Engine engine) {
    this.engine = engine;
  }

  /** Tables the credential does not see. */
  Set<String> forbidden() {
    return forbidden;
  }

  void chunksOf(int rows) {
    chunkRows = rows;
  }

  void lie(@Nullable Lie next) {
    lie = next;
  }

  /** What came of a statement: a result, or why there is none. */
  record Outcome(@Nullable StoredResult result, @Nullable SqlFailure failure) {}

  Outcome run(String statement, Map<String, Object> parameters) {
    for (String table : SqlDialect.tables(statement)) {
      if (forbidden.contains(table)) {
        return new Outcome(null, SqlFailure.forbidden(table));
      }
      if (Shape.ALL.stream().noneMatch(shape -> shape.path().equals(table))) {
        return new Outcome(null, SqlFailure.missingTable(table));
      }
    }
    try {
      SqlDialect translated = SqlDialect.of(statement, parameters);
      synchronized (engine) {
        return new Outcome(stored(statement, translated), null);
      }
    } catch (SQLException failure) {
      return new Outcome(null, SqlFailure.of(failure));
    } catch (IllegalArgumentException wrong) {
      return new Outcome(
          null,
          new SqlFailure("BAD_REQUEST", "42P02", "[UNBOUND_SQL_PARAMETER] " + wrong.getMessage()));
    }
  }

  private StoredResult stored(String statement, SqlDialect translated) throws SQLException {
    try (PreparedStatement prepared = engine.connection().prepareStatement(translated.text())) {
      for (int index = 0; index < translated.values().size(); index++) {
        prepared.setObject(index + 1, translated.values().get(index));
      }
      try (ResultSet rows = prepared.executeQuery()) {
        return stored(statement, rows);
      }
    }
  }

  private StoredResult stored(String statement, ResultSet rows) throws SQLException {
    StoredResult result = new StoredResult();
    ResultSetMetaData meta = rows.getMetaData();
    for (int index = 1; index <= meta.getColumnCount(); index++) {
      result.column(
          meta.getColumnLabel(index).toLowerCase(Locale.ROOT), word(meta.getColumnType(index)));
    }
    @Nullable List<@Nullable String> held = null;
    while (rows.next()) {
      if (held != null) {
        result.row(held, chunkRows);
      }
      held = cells(rows, meta.getColumnCount());
    }
    if (held != null) {
      result.row(lied(statement, held, result), chunkRows);
    }
    result.end();
    return result;
  }

  private List<@Nullable String> lied(
      String statement, List<@Nullable String> cells, StoredResult result) {
    Lie current = lie;
    if (current == null || !current.statements().test(statement)) {
      return cells;
    }
    List<@Nullable String> changed = new ArrayList<>(cells);
    for (int index = cells.size() - 1; index >= 0; index--) {
      if (result.columns().get(index).isNumber()) {
        changed.set(index, current.value());
        return changed;
      }
    }
    return changed;
  }

  private static List<@Nullable String> cells(ResultSet rows, int count) throws SQLException {
    List<@Nullable String> cells = new ArrayList<>();
    for (int index = 1; index <= count; index++) {
      cells.add(rows.getString(index));
    }
    return cells;
  }

  private static String word(int type) {
    return switch (type) {
      case Types.BIGINT, Types.INTEGER -> "LONG";
      case Types.NUMERIC, Types.DECIMAL, Types.DOUBLE -> "DECIMAL";
      case Types.BOOLEAN -> "BOOLEAN";
      default -> "STRING";
    };
  }
}
