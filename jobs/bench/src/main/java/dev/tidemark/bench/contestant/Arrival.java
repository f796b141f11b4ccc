// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.bench.workload.Workload;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** Sees when all records have arrived in a table: the same question for every contestant. */
final class Arrival implements AutoCloseable {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Connection connection;
  private final Table table;
  private final Workload workload;

  private Arrival(Connection connection, Table table, Workload workload) {
    this.connection = connection;
    this.table = table;
    this.workload = workload;
  }

  static Arrival in(Table table, Round round) throws SQLException {
    return new Arrival(round.connection(), table, round.workload());
  }

  /**
   * Waits.
   *
   * @throws IllegalStateException if they do not arrive
   */
  void await() throws SQLException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long arrived = arrived();
    while (arrived < workload.allRecords()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "%,d of %,d records arrived in %s within %s; see the log"
                .formatted(arrived, workload.allRecords(), table, PATIENCE));
      }
      Thread.sleep(LOOK_AGAIN.toMillis());
      arrived = arrived();
    }
  }

  private long arrived() throws SQLException {
    try (PreparedStatement question = connection.prepareStatement(table.count());
        ResultSet rows = question.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
