// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** A server that answers, seen from its port. */
record RunningServer(int port, Password password) {

  private static final String ANSWER_SECONDS = "20";

  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  Connection connection(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", EmbeddedServer.USER);
    properties.setProperty("password", password.reveal());
    properties.setProperty("connectTimeout", ANSWER_SECONDS);
    properties.setProperty("loginTimeout", ANSWER_SECONDS);
    return DriverManager.getConnection(jdbcUrl(database), properties);
  }

  /** The directory the server on this port says it serves. */
  Path cluster() throws SQLException {
    return Path.of(answer("show data_directory"));
  }

  PostgresVersion version() {
    try {
      int number = Integer.parseInt(answer("show server_version_num"));
      return new PostgresVersion(number / 10_000, number % 10_000);
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

  EmbeddedServerException lost(SQLException failure) {
    return new EmbeddedServerException(
        "The embedded PostgreSQL server on port "
            + port
            + " does not answer as it should: "
            + failure.getMessage()
            + ". Its log is in the data directory, folder log.",
        failure);
  }
}
