// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

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
 * The tables of an account in an SQL engine of this process, so that statements are filtered,
 * sorted and cut as statements are. Rows show when their time has come, and only to a role that may
 * see them. Safe for use by several threads.
 */
final class Engine implements AutoCloseable {
  private static final String OPTIONS = ";IGNORE_CATALOGS=TRUE;DB_CLOSE_DELAY=-1;TIME ZONE=UTC";

  private final String name = UUID.randomUUID().toString();
  private final InstantSource clock;
  private final Connection owner;
  private final Map<Shape, Set<String>> hidden = new HashMap<>();
  private final Set<String> granted = new TreeSet<>();

  Engine(InstantSource clock) {
    this.clock = clock;
    SqlFunctions.open(name, clock);
    try {
      owner = DriverManager.getConnection("jdbc:h2:mem:" + name + OPTIONS, "OWNER", "OWNER");
      run("CREATE SCHEMA DATA");
      run("CREATE SCHEMA ACCOUNT_USAGE");
      run("CREATE SCHEMA \"LOCAL\"");
      run("CREATE USER READER PASSWORD 'READER'");
      functions();
      Shape.ALL.forEach(this::create);
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  InstantSource clock() {
    return clock;
  }

  /** A connection that sees what the account's role may see. */
  Connection reader() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:h2:mem:" + name + ";TIME ZONE=UTC", "READER", "READER");
  }

  /** Lets the account's role see what a viewer role may see. */
  synchronized void grant(String role) {
    granted.add(role);
    views(role).forEach(view -> run("GRANT SELECT ON " + quoted(view) + " TO READER"));
  }

  synchronized void revoke(String role) {
    granted.remove(role);
    views(role).forEach(view -> run("REVOKE SELECT ON " + quoted(view) + " FROM READER"));
  }

  /** A view shows these of its columns no more. */
  synchronized void hide(Shape shape, Set<String> columns) {
    hidden.put(shape, columns);
    run("DROP VIEW " + quoted(shape));
    show(shape);
  }

  /** A view is gone as a whole, as in an edition that does not have it. */
  synchronized void drop(Shape shape) {
    run("DROP VIEW " + quoted(shape));
  }

  /** Adds rows that show from a time on. */
  synchronized void add(Shape shape, Collection<Row> rows) {
    List<String> columns = new ArrayList<>(shape.columns().keySet());
    String places = ", ?".repeat(columns.size());
    String sql =
        "INSERT INTO %s (VISIBLE_AT, %s) VALUES (?%s)"
            .formatted(shape.table(), listed(columns), places);
    try (PreparedStatement insert = owner.prepareStatement(sql)) {
      for (Row row : rows) {
        bind(insert, row, columns);
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException impossible) {
      throw new IllegalStateException(shape.name(), impossible);
    }
  }

  /** Puts rows in place of all there were. */
  synchronized void replace(Shape shape, Collection<Row> rows) {
    run("DELETE FROM " + shape.table());
    add(shape, rows);
  }

  /** Changes rows by a statement on the tables behind the views. */
  synchronized int run(String sql) {
    try (Statement statement = owner.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException impossible) {
      throw new IllegalStateException(sql, impossible);
    }
  }

  /** The first column of a statement on the tables behind the views. */
  synchronized List<String> texts(String sql) {
    List<String> texts = new ArrayList<>();
    try (Statement statement = owner.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException impossible) {
      throw new IllegalStateException(sql, impossible);
    }
  }

  @Override
  public void close() {
    SqlFunctions.close(name);
    run("SHUTDOWN IMMEDIATELY");
  }

  private void functions() {
    String type = SqlFunctions.class.getName();
    run("CREATE ALIAS NOW_THERE FOR '" + type + ".now'");
    run("CREATE ALIAS ARRAY_SIZE FOR '" + type + ".arraySize'");
  }

  private void create(Shape shape) {
    String columns =
        shape.columns().entrySet().stream()
            .map(column -> ", \"" + column.getKey() + "\" " + column.getValue().engine)
            .collect(Collectors.joining());
    run("CREATE TABLE %s (VISIBLE_AT %s%s)".formatted(shape.table(), Shape.Type.T.engine, columns));
    Recipes.order(shape).ifPresent(it -> index(shape, it));
    show(shape);
  }

  /** Histories are read a page at a time; without it each page would sort all. */
  private void index(Shape shape, List<String> columns) {
    run(
        "CREATE INDEX DATA.BY_TIME_%s ON %s (%s)"
            .formatted(shape.name(), shape.table(), listed(columns)));
  }

  private void show(Shape shape) {
    Set<String> left = new java.util.LinkedHashSet<>(shape.columns().keySet());
    left.removeAll(hidden.getOrDefault(shape, Set.of()));
    run(
        "CREATE VIEW %s AS SELECT %s FROM %s WHERE VISIBLE_AT <= PUBLIC.NOW_THERE()"
            .formatted(quoted(shape), listed(left), shape.table()));
    if (granted.contains(shape.role())) {
      run("GRANT SELECT ON " + quoted(shape) + " TO READER");
    }
  }

  private static void bind(PreparedStatement insert, Row row, List<String> columns)
      throws SQLException {
    insert.setObject(1, row.shows().atOffset(ZoneOffset.UTC));
    for (int index = 0; index < columns.size(); index++) {
      Object value = row.values().get(columns.get(index));
      insert.setObject(
          index + 2, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
    }
  }

  private static List<Shape> views(String role) {
    return Shape.ALL.stream().filter(shape -> shape.role().equals(role)).toList();
  }

  private static String quoted(Shape shape) {
    return "\"" + shape.schema() + "\".\"" + shape.name() + "\"";
  }

  private static String listed(Collection<String> columns) {
    return columns.stream().map(it -> "\"" + it + "\"").collect(Collectors.joining(", "));
  }
}
