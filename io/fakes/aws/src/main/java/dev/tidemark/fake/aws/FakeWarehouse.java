// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A database of Redshift: its system views are tables of an SQL engine in this process, so that
 * statements are filtered, joined and grouped as statements are. Safe for use by several threads.
 */
public final class FakeWarehouse implements AutoCloseable {
  /** Whom statements are run as. */
  public static final String USER = "tidemark";

  /** PostgreSQL is where the vendor's SQL comes from. */
  private static final String OPTIONS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1;TIME ZONE=UTC";

  private static final Map<String, Map<String, String>> VIEWS = views();

  private final String region;
  private final String holder;
  private final String database;
  private final Set<String> denied = ConcurrentHashMap.newKeySet();
  private final Connection connection;

  private FakeWarehouse(String region, String holder, String database) {
    this.region = region;
    this.holder = holder;
    this.database = database;
    String address = "jdbc:h2:mem:" + UUID.randomUUID() + OPTIONS;
    try {
      this.connection = DriverManager.getConnection(address, USER, "");
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
    VIEWS.forEach(this::create);
  }

  /** A database in a cluster. */
  public static FakeWarehouse inCluster(String region, String cluster, String database) {
    return new FakeWarehouse(region, "cluster/" + cluster, database);
  }

  /** A database in a workgroup. */
  public static FakeWarehouse inWorkgroup(String region, String workgroup, String database) {
    return new FakeWarehouse(region, "workgroup/" + workgroup, database);
  }

  /** Where it is: region, what it is in, and its name. */
  String address() {
    return region + ":" + holder + "/" + database;
  }

  /** Adds a row to a system view; what is not named is null. */
  public FakeWarehouse add(String view, @Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> row = new TreeMap<>();
    for (int index = 0; index < namesAndValues.length; index += 2) {
      row.put(String.valueOf(namesAndValues[index]), namesAndValues[index + 1]);
    }
    insert(view, List.of(row));
    return this;
  }

  /** Makes the same views, with the same rows, as tables of another database. */
  public synchronized void copy(Connection target) throws SQLException {
    for (Map.Entry<String, Map<String, String>> view : VIEWS.entrySet()) {
      try (Statement create = target.createStatement()) {
        create.execute("CREATE TABLE " + view.getKey() + " (" + defined(view.getValue()) + ")");
      }
      copy(view.getKey(), view.getValue().size(), target);
    }
  }

  private void copy(String view, int columns, Connection target) throws SQLException {
    String insert = "INSERT INTO " + view + " VALUES (?" + ", ?".repeat(columns - 1) + ")";
    try (Statement select = connection.createStatement();
        ResultSet rows = select.executeQuery("SELECT * FROM " + view);
        PreparedStatement row = target.prepareStatement(insert)) {
      while (rows.next()) {
        for (int index = 1; index <= columns; index++) {
          row.setObject(index, rows.getObject(index));
        }
        row.execute();
      }
    }
  }

  /** Changes rows by a statement of the engine's. */
  public synchronized void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException impossible) {
      throw new IllegalStateException(sql, impossible);
    }
  }

  /** The user may not see that view any more. */
  public void deny(String view) {
    denied.add(view);
  }

  /** The user sees everything again. */
  public void mend() {
    denied.clear();
  }

  /** Takes everything out of every view. */
  synchronized void clear() {
    VIEWS.keySet().forEach(view -> run("DELETE FROM " + view));
  }

  synchronized void insert(String view, List<Map<String, @Nullable Object>> rows) {
    List<String> columns = List.copyOf(columns(view).keySet());
    String sql =
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(view, listed(columns), "?" + ", ?".repeat(columns.size() - 1));
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (Map<String, @Nullable Object> row : rows) {
        for (int index = 0; index < columns.size(); index++) {
          insert.setObject(index + 1, bound(row.get(columns.get(index))));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException impossible) {
      throw new IllegalStateException(view, impossible);
    }
  }

  /** Runs a statement as the vendor would. */
  synchronized StatementOutcome answer(String sql, Map<String, String> parameters) {
    for (String view : denied) {
      if (sql.contains(view)) {
        return StatementOutcome.failed("ERROR: permission denied for relation " + view);
      }
    }
    return StatementOutcome.of(connection, sql, parameters);
  }

  @Override
  public void close() {
    run("SHUTDOWN IMMEDIATELY");
  }

  /** The database knows no zones: times are UTC. */
  private static @Nullable Object bound(@Nullable Object value) {
    return value instanceof Instant time ? LocalDateTime.ofInstant(time, ZoneOffset.UTC) : value;
  }

  private void create(String view, Map<String, String> columns) {
    run("CREATE TABLE " + view + " (" + defined(columns) + ")");
  }

  private static String defined(Map<String, String> columns) {
    return columns.entrySet().stream()
        .map(it -> "\"" + it.getKey() + "\" " + it.getValue())
        .collect(Collectors.joining(", "));
  }

  private static Map<String, String> columns(String view) {
    return Objects.requireNonNull(VIEWS.get(view), view);
  }

  private static String listed(List<String> columns) {
    return columns.stream().map(it -> "\"" + it + "\"").collect(Collectors.joining(", "));
  }

  private static Map<String, Map<String, String>> views() {
    try (InputStream in = FakeWarehouse.class.getResourceAsStream("redshift-views.txt")) {
      byte[] bytes = Objects.requireNonNull(in, "redshift-views.txt").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .collect(Collectors.toMap(words -> words[0], FakeWarehouse::columns));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<String, String> columns(String[] words) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String word : Arrays.copyOfRange(words, 1, words.length)) {
      String[] parts = word.split(":");
      columns.put(parts[0], type(parts[1]));
    }
    return columns;
  }

  private static String type(String letter) {
    return switch (letter) {
      case "I" -> "INTEGER";
      case "N" -> "BIGINT";
      case "D" -> "NUMERIC(38, 0)";
      case "B" -> "BOOLEAN";
      case "T" -> "TIMESTAMP(6)";
      default -> letter.startsWith("C") ? "CHAR(" + letter.substring(1) + ")" : "VARCHAR";
    };
  }
}
