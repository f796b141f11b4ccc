// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The system tables in an SQL engine of this process, so that statements are filtered, sorted and
 * grouped as statements are. Rows show when their time has come. Safe for use by several threads.
 */
final class Engine implements AutoCloseable {
  private static final String OPTIONS = ";IGNORE_CATALOGS=TRUE;DB_CLOSE_DELAY=-1;TIME ZONE=UTC";

  private final String name = UUID.randomUUID().toString();
  private final InstantSource clock;
  private final Connection connection;
  private final Map<String, Set<String>> hidden = new HashMap<>();

  Engine(InstantSource clock) {
    this.clock = clock;
    SqlFunctions.open(name, clock);
    try {
      connection = DriverManager.getConnection("jdbc:h2:mem:" + name + OPTIONS, "SA", "");
      run("CREATE SCHEMA DATA");
      run("CREATE DOMAIN STRING AS VARCHAR");
      functions();
      Shape.ALL.forEach(this::create);
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  InstantSource clock() {
    return clock;
  }

  Connection connection() {
    return connection;
  }

  /** A table shows these of its columns no more. */
  synchronized void hide(Shape shape, Set<String> columns) {
    hidden.put(shape.path(), Set.copyOf(columns));
    run("DROP VIEW " + shape.view());
    show(shape);
  }

  /** The columns of a table that show, as the catalogue lists them. */
  synchronized Set<String> columns(Shape shape) {
    Set<String> columns = new TreeSet<>(shape.shown());
    columns.removeAll(hidden.getOrDefault(shape.path(), Set.of()));
    return columns;
  }

  synchronized void add(TableRow... rows) {
    add(List.of(rows));
  }

  /** Adds rows of any tables. */
  synchronized void add(Collection<TableRow> rows) {
    rows.stream()
        .collect(Collectors.groupingBy(TableRow::shape))
        .forEach((shape, some) -> insert(shape, some));
  }

  /** Takes everything out of a table. */
  synchronized void clear(String table) {
    run("DELETE FROM " + Shape.of(table).table());
  }

  /** Changes rows by a statement on the tables behind the views. */
  synchronized int run(String sql) {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException impossible) {
      throw new IllegalStateException(sql, impossible);
    }
  }

  @Override
  public synchronized void close() {
    SqlFunctions.close(name);
    run("SHUTDOWN IMMEDIATELY");
  }

  private void functions() {
    String type = SqlFunctions.class.getName();
    run("CREATE ALIAS NOW_THERE FOR '" + type + ".now'");
    run("CREATE ALIAS UNIX_MICROS DETERMINISTIC FOR '" + type + ".unixMicros'");
    run("CREATE ALIAS TIMESTAMP_MICROS DETERMINISTIC FOR '" + type + ".timestampMicros'");
    run("CREATE ALIAS SHA2 DETERMINISTIC FOR '" + type + ".sha2'");
    run("CREATE ALIAS MAP_CONTAINS_KEY DETERMINISTIC FOR '" + type + ".mapContainsKey'");
  }

  private void create(Shape shape) {
    String columns =
        shape.columns().entrySet().stream()
            .map(it -> ", \"" + Shape.column(it.getKey()) + "\" " + it.getValue().engine)
            .collect(Collectors.joining());
    run("CREATE SCHEMA IF NOT EXISTS " + shape.view().split("\\.")[0]);
    run("CREATE TABLE %s (VISIBLE_AT %s%s)".formatted(shape.table(), Shape.Type.T.engine, columns));
    show(shape);
  }

  private void show(Shape shape) {
    Set<String> gone = hidden.getOrDefault(shape.path(), Set.of());
    String left =
        shape.columns().keySet().stream()
            .filter(name -> !gone.contains(name))
            .map(name -> "\"" + Shape.column(name) + "\"")
            .collect(Collectors.joining(", "));
    run(
        "CREATE VIEW %s AS SELECT %s FROM %s WHERE VISIBLE_AT <= PUBLIC.NOW_THERE()"
            .formatted(shape.view(), left, shape.table()));
  }

  private void insert(Shape shape, List<TableRow> rows) {
    List<String> columns = new ArrayList<>(shape.columns().keySet());
    String listed =
        columns.stream()
            .map(name -> ", \"" + Shape.column(name) + "\"")
            .collect(Collectors.joining());
    String sql =
        "INSERT INTO %s (VISIBLE_AT%s) VALUES (?%s)"
            .formatted(shape.table(), listed, ", ?".repeat(columns.size()));
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (TableRow row : rows) {
        bind(insert, row, columns);
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException impossible) {
      throw new IllegalStateException(shape.path(), impossible);
    }
  }

  private static void bind(PreparedStatement insert, TableRow row, List<String> columns)
      throws SQLException {
    insert.setObject(1, row.shows().atOffset(ZoneOffset.UTC));
    for (int index = 0; index < columns.size(); index++) {
      Object value = row.values().get(columns.get(index));
      insert.setObject(
          index + 2, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
    }
  }
}
