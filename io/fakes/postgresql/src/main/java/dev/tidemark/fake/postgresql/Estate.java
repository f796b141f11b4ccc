// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.postgresql;

import dev.tidemark.embedded.Database;
import dev.tidemark.embedded.EmbeddedServer;
import dev.tidemark.embedded.TestServer;
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

/**
 * Databases and roles of one account on a real server, which all accounts of this process share;
 * gone when it is closed. Its watcher, a role with pg_monitor and no more, sees its own databases.
 */
public final class Estate implements AutoCloseable {
  /** Of every role that can log in. */
  public static final String PASSWORD = "canary-5d1f";

  /** The database of the server itself. */
  static final String MAIN = "tidemark";

  private final EmbeddedServer server;
  private final String prefix = "e" + UUID.randomUUID().toString().substring(0, 6);
  private final String watcher = prefix + "_watcher";
  private final List<String> databases = new ArrayList<>();
  private final List<String> roles = new ArrayList<>();

  private Estate(EmbeddedServer server) {
    this.server = server;
  }

  /** An account on the server of that major version, whose statistics nobody moves by vacuuming. */
  public static Estate on(int major) {
    Estate estate = new Estate(TestServer.ofMajor(major));
    estate.run(MAIN, "alter system set autovacuum = off");
    estate.run(MAIN, "select pg_reload_conf()");
    estate.role("watcher", "login password '" + PASSWORD + "' in role pg_monitor");
    return estate;
  }

  /** Makes a database; its name on the server begins with this estate's own prefix. */
  public String database(String name) {
    String full = prefix + "_" + name;
    run(MAIN, "create database \"" + full + "\" template template0");
    databases.add(full);
    return full;
  }

  /** Makes a role; its name begins with the prefix as well. */
  public String role(String name, String attributes) {
    String full = prefix + "_" + name;
    run(MAIN, "create role " + full + " " + attributes);
    roles.add(full);
    return full;
  }

  /** The role the account is read as. */
  public String watcher() {
    return watcher;
  }

  public int port() {
    return server.port();
  }

  /** What the server is known by in metrics. */
  public String stratum() {
    return "postgres://127.0.0.1:" + server.port();
  }

  /** Settings that connect as the watcher, with patience for a busy machine. */
  public Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("host", "127.0.0.1");
    settings.put("port", server.port());
    settings.put("database", databases.isEmpty() ? MAIN : databases.get(0));
    settings.put("user", watcher);
    settings.put("password", PASSWORD);
    settings.put("databases", prefix + "_*");
    settings.put("connect-timeout", "60s");
    return settings;
  }

  /** Executes statements as the superuser. */
  public void run(String database, String sql) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(sql, failure);
    }
  }

  /** Every row of an answer as its columns' texts. */
  public List<Map<String, String>> ask(String database, String sql) {
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
  public String answer(String database, String sql) {
    return ask(database, sql).get(0).values().iterator().next();
  }

  /** A connection of the superuser; the caller closes it. */
  public Connection connect(String database) throws SQLException {
    Database main = server.database();
    String url = main.jdbcUrl().replaceAll("/tidemark$", "/" + database);
    return DriverManager.getConnection(url, main.user(), main.password().reveal());
  }

  @Override
  public void close() {
    for (String database : databases) {
      run(MAIN, "drop database if exists \"" + database + "\" with (force)");
    }
    for (String role : roles) {
      run(MAIN, "drop role if exists " + role);
    }
  }
}
