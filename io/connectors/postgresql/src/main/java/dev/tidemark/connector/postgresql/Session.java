// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A connection to one database, in a read-only transaction. For one thread at a time. */
record Session(Sessions owner, String database, Connection connection) implements AutoCloseable {
  private static final int FETCH_SIZE = 500;

  /** Takes a row; answers whether to go on. */
  @FunctionalInterface
  interface Row {
    boolean read(ResultSet row) throws SQLException;
  }

  /** The server's major version. */
  int major() {
    return Version.of(connection);
  }

  /** Runs a statement of this connector's and hands over its rows as they stream in. */
  void rows(String query, List<?> parameters, Row reader) {
    run(Query.of(query, major()), parameters, reader);
  }

  /** As {@link #rows}, for a statement already fitted to the server. */
  void run(String sql, List<?> parameters, Row reader) {
    try {
      stream(sql, parameters, reader);
    } catch (SQLException failure) {
      throw owner.failures().of(failure, database);
    }
  }

  /** As {@link #run}, leaving failures as the driver reports them. */
  void stream(String sql, List<?> parameters, Row reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH_SIZE);
      for (int index = 0; index < parameters.size(); index++) {
        statement.setObject(index + 1, parameters.get(index));
      }
      try (ResultSet rows = statement.executeQuery()) {
        boolean more = true;
        while (more && rows.next()) {
          more = reader.read(rows);
        }
      }
    }
  }

  /** The first column of every row. */
  List<String> texts(String query, Object... parameters) {
    List<String> texts = new ArrayList<>();
    rows(query, List.of(parameters), row -> texts.add(row.getString(1)));
    return texts;
  }

  @Override
  public void close() {
    owner.release(this);
  }
}
