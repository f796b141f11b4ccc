// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * SQL by hand on a database, each time over a connection of its own.
 *
 * @param url without user and password
 * @param prelude a statement every connection begins with
 */
public record Sql(String url, String user, String password, String prelude) {

  /** A connection, for whoever wants to keep one. */
  public Connection connection() throws SQLException {
    Connection connection = DriverManager.getConnection(url, user, password);
    try (Statement statement = connection.createStatement()) {
      statement.execute(prelude);
      return connection;
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  /** The same database for another role. */
  public Sql as(String otherUser, String otherPassword, String otherPrelude) {
    return new Sql(url, otherUser, otherPassword, otherPrelude);
  }

  public void run(String... statements) {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  /** The first column of the only row. */
  public String answer(String question) {
    return rows(question).get(0).get(0);
  }

  public long number(String question) {
    return Long.parseLong(answer(question));
  }

  /** Rows as texts. */
  public List<List<String>> rows(String question) {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      List<List<String>> all = new ArrayList<>();
      while (rows.next()) {
        all.add(row(rows));
      }
      return all;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage() + "\n" + question, failure);
    }
  }

  /** Rows of two columns, the second by the first. */
  public Map<String, String> table(String question) {
    Map<String, String> table = new TreeMap<>();
    rows(question).forEach(row -> table.put(row.get(0), row.get(1)));
    return table;
  }

  private static List<String> row(ResultSet rows) throws SQLException {
    List<String> row = new ArrayList<>();
    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
      row.add(String.valueOf(rows.getString(column)));
    }
    return row;
  }
}
