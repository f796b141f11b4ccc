// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Spending;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.spi.ConnectorException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The one session of an account while somebody has it. For one thread at a time. */
final class Session implements AutoCloseable, Spending {
  private final Sessions owner;
  private final Connection connection;
  private Cost cost = Cost.none();
  private long calls;

  Session(Sessions owner, Connection connection) {
    this.owner = owner;
    this.connection = connection;
  }

  /** Takes a row; answers whether to go on. */
  @FunctionalInterface
  interface Row {
    boolean read(ResultSet row) throws SQLException;
  }

  /** Runs a statement on the warehouse and hands over its rows. */
  void rows(String sql, List<?> parameters, Row reader) {
    Instant begun = Instant.now();
    try {
      stream(sql, parameters, reader);
    } catch (SQLException failure) {
      throw failed(failure).costing(owner.warehouse().ran(begun, Instant.now()));
    }
    cost = cost.plus(owner.warehouse().ran(begun, Instant.now()));
  }

  /** The first row of a statement that needs no warehouse, as texts. */
  List<String> texts(String sql) {
    List<String> texts = new ArrayList<>();
    try {
      stream(sql, List.of(), row -> texts.addAll(rowTexts(row)));
    } catch (SQLException failure) {
      throw failed(failure);
    }
    return texts;
  }

  /** The time at the account. */
  Instant clock() {
    Instant[] time = {Instant.EPOCH};
    try {
      stream(
          "SELECT CURRENT_TIMESTAMP()",
          List.of(),
          row -> {
            time[0] = row.getTimestamp(1).toInstant();
            return false;
          });
    } catch (SQLException failure) {
      throw failed(failure);
    }
    return time[0];
  }

  /**
   * The names of the columns a view shows, without running anything; empty where it cannot be seen.
   */
  Set<String> columns(View view) {
    calls++;
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT * FROM " + view.path())) {
      return names(statement.getMetaData());
    } catch (SQLException failure) {
      if (Failures.isInvisible(failure)) {
        return Set.of();
      }
      throw failed(failure);
    }
  }

  /** Whether a statement would wake the warehouse before it may be. */
  boolean wouldWakeTooEarly() {
    return owner.warehouse().rests().isPresent();
  }

  @Override
  public Cost cost() {
    return cost;
  }

  @Override
  public long calls() {
    return calls;
  }

  @Override
  public void close() {
    owner.release();
  }

  private void stream(String sql, List<?> parameters, Row reader) throws SQLException {
    calls++;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int index = 0; index < parameters.size(); index++) {
        bind(statement, index + 1, parameters.get(index));
      }
      owner.running(statement);
      try (ResultSet rows = statement.executeQuery()) {
        boolean more = true;
        while (more && rows.next()) {
          more = reader.read(rows);
        }
      } finally {
        owner.ran();
      }
    }
  }

  private ConnectorException failed(SQLException failure) {
    owner.judge(failure);
    return owner.failures().of(failure);
  }

  private static void bind(PreparedStatement statement, int place, Object value)
      throws SQLException {
    if (value instanceof Instant instant) {
      statement.setTimestamp(place, Timestamp.from(instant));
    } else if (value instanceof Long number) {
      statement.setLong(place, number);
    } else {
      statement.setString(place, value.toString());
    }
  }

  private static List<String> rowTexts(ResultSet row) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (int index = 1; index <= row.getMetaData().getColumnCount(); index++) {
      texts.add(String.valueOf(row.getString(index)));
    }
    return texts;
  }

  private static Set<String> names(ResultSetMetaData metadata) throws SQLException {
    Set<String> names = new LinkedHashSet<>();
    for (int index = 1; index <= metadata.getColumnCount(); index++) {
      names.add(metadata.getColumnName(index));
    }
    return names;
  }
}
