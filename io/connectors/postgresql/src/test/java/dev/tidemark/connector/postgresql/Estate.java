// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.embedded.Database;
import dev.tidemark.embedded.EmbeddedServer;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.options.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Databases and roles of one test on a real server, gone when it is closed. */
final class Estate implements AutoCloseable {
  static final String PASSWORD = "canary-5d1f";

  private final EmbeddedServer server;
  private final String prefix = "e" + UUID.randomUUID().toString().substring(0, 6);
  private final String watcher = prefix + "_watcher";
  private final List<String> databases = new ArrayList<>();
  private final List<String> roles = new ArrayList<>();

  private Estate(EmbeddedServer server) {
    this.server = server;
  }

  static Estate on(int major) {
    Estate estate = new Estate(Majors.server(major));
    estate.role("watcher", "login password '" + PASSWORD + "' in role pg_monitor");
    return estate;
  }

  /** Makes a database; its name on the server begins with this estate's own prefix. */
  String database(String name) {
    String full = prefix + "_" + name;
    run("tidemark", "create database \"" + full + "\" template template0");
    databases.add(full);
    return full;
  }

  String role(String name, String attributes) {
    String full = prefix + "_" + name;
    run("tidemark", "create role " + full + " " + attributes);
    roles.add(full);
    return full;
  }

  String watcher() {
    return watcher;
  }

  int port() {
    return server.port();
  }

  String stratum() {
    return "postgres://127.0.0.1:" + server.port();
  }

  /** Settings of a least-privilege role that sees this estate's databases only. */
  Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("host", "127.0.0.1");
    settings.put("port", server.port());
    settings.put("database", databases.isEmpty() ? "tidemark" : databases.get(0));
    settings.put("user", watcher);
    settings.put("password", PASSWORD);
    settings.put("databases", prefix + "_*");
    return settings;
  }

  Connector open() {
    return open(Map.of());
  }

  Connector open(Map<String, ?> changed) {
    Map<String, Object> settings = settings();
    settings.putAll(changed);
    return new PostgresqlType().open(parse(settings));
  }

  static Settings parse(Map<String, ?> settings) {
    return PostgresqlOptions.ALL.parse(settings);
  }

  void run(String database, String sql) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(sql, failure);
    }
  }

  /** Every row of an answer as its columns' texts. */
  List<Map<String, String>> ask(String database, String sql) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<Map<String, String>> answer = new ArrayList<>();
      while (rows.next()) {
        Map<String, String> row = new HashMap<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          row.put(
              rows.getMetaData().getColumnLabel(column), String.valueOf(rows.getString(column)));
        }
        answer.add(row);
      }
      return answer;
    } catch (SQLException failure) {
      throw new IllegalStateException(sql, failure);
    }
  }

  /** The only value of an answer. */
  String answer(String database, String sql) {
    return ask(database, sql).get(0).values().iterator().next();
  }

  Connection connect(String database) throws SQLException {
    Database main = server.database();
    String url = main.jdbcUrl().replaceAll("/tidemark$", "/" + database);
    return DriverManager.getConnection(url, main.user(), main.password().reveal());
  }

  @Override
  public void close() {
    for (String database : databases) {
      run("tidemark", "drop database if exists \"" + database + "\" with (force)");
    }
    for (String role : roles) {
      run("tidemark", "drop role if exists " + role);
    }
  }
}
