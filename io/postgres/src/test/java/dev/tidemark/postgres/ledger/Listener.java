// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.embedded.TestServer;
import dev.tidemark.postgres.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Hears what is said on a channel of a database. */
final class Listener implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Connection connection;

  Listener(DatabaseAccess access, String channel) throws SQLException {
    connection =
        DriverManager.getConnection(
            access.location().jdbcUrl(),
            access.location().user(),
            TestServer.shared().password().reveal());
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + channel);
    }
  }

  /** What was said, at least so many times if it comes in time. */
  List<String> heard(int atLeast) throws SQLException {
    List<String> heard = new ArrayList<>();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (heard.size() < atLeast && System.nanoTime() < deadline) {
      for (PGNotification said : connection.unwrap(PGConnection.class).getNotifications(1_000)) {
        heard.add(said.getParameter());
      }
    }
    return heard;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
