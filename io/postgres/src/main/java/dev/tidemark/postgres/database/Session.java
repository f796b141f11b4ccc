// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Statements in one transaction. For one thread. */
public final class Session {
  private final Connection connection;

  Session(Connection connection) {
    this.connection = connection;
  }

  /** Every row of a query, in its order. */
  public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepared(sql, parameters);
        ResultSet results = statement.executeQuery()) {
      return rows(results, reader);
    }
  }

  /** Every row of the second of two queries that are sent together. */
  <T> List<T> second(String both, RowReader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepared(both, parameters)) {
      statement.execute();
      statement.getMoreResults();
      try (ResultSet results = statement.getResultSet()) {
        return rows(results, reader);
      }
    }
  }

  private static <T> List<T> rows(ResultSet results, RowReader<T> reader) throws SQLException {
    List<T> rows = new ArrayList<>();
    Row row = new Row(results);
    while (results.next()) {
      rows.add(reader.read(row));
    }
    return rows;
  }

  /** The first row of a query, if it has one. */
  public <T> Optional<T> find(String sql, RowReader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    return list(sql, reader, parameters).stream().findFirst();
  }

  /** The first row of a query that always has one. */
  public <T> T one(String sql, RowReader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    return list(sql, reader, parameters).get(0);
  }

  /**
   * Runs a statement.
   *
   * @return how many rows it changed
   */
  public int change(String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepared(sql, parameters)) {
      statement.execute();
      return Math.max(0, statement.getUpdateCount());
    }
  }

  /**
   * Writes what a {@code COPY ... TO STDOUT} gives, as it comes.
   *
   * @return how many rows that was
   */
  public long copyOut(String sql, OutputStream to) throws SQLException {
    try {
      return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, to);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Feeds a {@code COPY ... FROM STDIN}.
   *
   * @return how many rows that was
   */
  public long copyIn(String sql, InputStream from) throws SQLException {
    try {
      return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, from);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private PreparedStatement prepared(String sql, @Nullable Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, bound(parameters[i]));
    }
    return statement;
  }

  private @Nullable Object bound(@Nullable Object parameter) throws SQLException {
    if (parameter instanceof SqlArray array) {
      return connection.createArrayOf(array.type(), array.values());
    }
    if (parameter instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    return parameter;
  }
}
