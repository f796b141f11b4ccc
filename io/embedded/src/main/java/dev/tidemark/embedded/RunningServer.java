// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import org.postgresql.Driver;

/** A server that answers, seen from its port. */
record RunningServer(DataDirectory directory, int port, Password password) {

  private static final String ANSWER_SECONDS = "20";

  /** Classes of SQLSTATE. */
  private static final String WRONG_LOGIN = "28";

  private static final String NO_ROOM = "53";

  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  Connection connection(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", EmbeddedServer.USER);
    properties.setProperty("password", password.reveal());
    properties.setProperty("connectTimeout", ANSWER_SECONDS);
    properties.setProperty("loginTimeout", ANSWER_SECONDS);
    // Not by DriverManager, which would initialise every driver on the class path.
    return Objects.requireNonNull(new Driver().connect(jdbcUrl(database), properties));
  }

  /** The directory the server on this port says it serves. */
  Path cluster() throws SQLException {
    return Path.of(answer("show data_directory"));
  }

  PostgresVersion version() {
    try {
      return PostgresVersion.numbered(Integer.parseInt(answer("show server_version_num")));
    } catch (SQLException failure) {
      throw lost(failure);
    }
  }

  void createDatabaseIfAbsent(String name) {
    try {
      String count = "select count(*) from pg_database where datname = '" + name + "'";
      if (answer(count).equals("0")) {
        execute("create database " + name + " template template0");
      }
    } catch (SQLException failure) {
      throw lost(failure);
    }
  }

  void execute(String statement) throws SQLException {
    try (Connection connection = connection("postgres");
        Statement work = connection.createStatement()) {
      work.execute(statement);
    }
  }

  private String answer(String question) throws SQLException {
    try (Connection connection = connection("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Whether the server answered, but let nobody in: for the password, or for lack of room. */
  static boolean isRefusal(SQLException failure) {
    return isOf(WRONG_LOGIN, failure) || isOf(NO_ROOM, failure);
  }

  private static boolean isOf(String stateClass, SQLException failure) {
    return Objects.toString(failure.getSQLState(), "").startsWith(stateClass);
  }

  EmbeddedServerException lost(SQLException failure) {
    String remedy =
        isOf(WRONG_LOGIN, failure)
            ? "Put back the password file that belongs to this directory."
            : "See its log in folder log.";
    return new EmbeddedServerException(
        "The PostgreSQL server on %s, port %d, does not do as asked: %s. %s"
            .formatted(directory.root(), port, failure.getMessage(), remedy),
        failure);
  }
}
