// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.spi.ConnectorException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A statement over a connection of its own, which ends with it. An interruption cancels it at the
 * server and breaks the connection off.
 */
record WireStatement(Session session, Warehouse warehouse, Duration patience) implements Statement {
  private static final Pattern PLACE = Pattern.compile("(?<!:):([a-z_]+)");

  /** Rows the driver holds at a time. */
  private static final int ROWS = 1_000;

  @Override
  public Statement within(Duration most) {
    return new WireStatement(session, warehouse, most);
  }

  @Override
  public List<SqlRow> rows(String sql, Map<String, String> parameters) {
    Listener at = Listener.of(warehouse, session);
    WireDialler dialler = new WireDialler(session.scope().login().encryption(), patience);
    long began = System.nanoTime();
    try (Connection connection = dialler.connect(at, warehouse.database());
        PreparedStatement statement =
            connection.prepareStatement(PLACE.matcher(sql).replaceAll("?"))) {
      bind(sql, parameters, statement);
      return session
          .clients()
          .connections()
          .breaking(() -> abort(statement, connection), () -> read(statement));
    } catch (SQLException failure) {
      throw failure(failure);
    } finally {
      session.ran(Duration.ofNanos(System.nanoTime() - began));
    }
  }

  private ConnectorException failure(SQLException failure) {
    return StatementFailure.of(failure, warehouse);
  }

  private static void bind(String sql, Map<String, String> parameters, PreparedStatement statement)
      throws SQLException {
    List<String> names = PLACE.matcher(sql).results().map(place -> place.group(1)).toList();
    for (int index = 0; index < names.size(); index++) {
      String name = names.get(index);
      statement.setString(index + 1, Objects.requireNonNull(parameters.get(name), name));
    }
  }

  private static List<SqlRow> read(PreparedStatement statement) throws SQLException {
    statement.setFetchSize(ROWS);
    List<SqlRow> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        rows.add(SqlRow.of(result));
      }
    }
    return rows;
  }

  private static void abort(PreparedStatement statement, Connection connection) {
    try {
      statement.cancel();
    } catch (SQLException unreachable) {
      // The statement timeout ends it.
    }
    try {
      connection.abort(Runnable::run);
    } catch (SQLException alreadyClosed) {
      // That is what was wanted.
    }
  }
}
