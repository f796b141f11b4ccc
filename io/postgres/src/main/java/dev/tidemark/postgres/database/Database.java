// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

import dev.tidemark.spi.ledger.LedgerException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A database with Tidemark's tables. Transactions that fail for a passing reason (a lost
 * connection, a restart, a deadlock) are tried again with growing pauses until patience ends; then
 * a {@link LedgerException} says what is wrong. For any number of threads; calls block.
 */
public final class Database implements AutoCloseable {
  /** Where all tables are. */
  public static final String SCHEMA = "tidemark";

  private final SharedPool pool;
  private final Location location;
  private final Retries retries;
  private final AtomicBoolean closed;
  private final @Nullable Viewpoint viewpoint;

  private Database(
      SharedPool pool,
      Location location,
      Retries retries,
      AtomicBoolean closed,
      @Nullable Viewpoint viewpoint) {
    this.pool = pool;
    this.location = location;
    this.retries = retries;
    this.closed = closed;
    this.viewpoint = viewpoint;
  }

  /**
   * The database, connected to when first asked.
   *
   * @param connections the most there are at a time, shared by everyone in this JVM
   * @param patience how long a transaction is tried
   */
  public static Database at(Location location, int connections, Duration patience) {
    SharedPool pool = SharedPool.use(new SharedPool.Plan(location, connections));
    return new Database(pool, location, new Retries(patience), new AtomicBoolean(), null);
  }

  /** The same database in somebody's name; closing one closes the other. */
  public Database seenFrom(Viewpoint other) {
    return new Database(pool, location, retries, closed, other);
  }

  /** Does the work in one transaction at read committed. */
  public <T> T transaction(Work<T> work) {
    return patiently(
        session -> {
          enter(session);
          return work.in(session);
        });
  }

  /**
   * Every row of one query, in its order, in a transaction of its own that takes one way to the
   * server and back: in whose name it is asked travels with it.
   */
  public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters) {
    return tried(() -> pool.lend(connection -> asked(connection, sql, reader, parameters)));
  }

  /** The first row of such a query, if it has one. */
  public <T> Optional<T> find(String sql, RowReader<T> reader, @Nullable Object... parameters) {
    return list(sql, reader, parameters).stream().findFirst();
  }

  /** Reads from one snapshot: what others commit meanwhile does not show. */
  public <T> T snapshot(Work<T> work) {
    return patiently(
        session -> {
          session.change("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
          enter(session);
          return work.in(session);
        });
  }

  /** Lets go of the connections; the last one to do so closes them. Once more does nothing. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      pool.leave();
    }
  }

  private void enter(Session session) throws SQLException {
    Viewpoint present = viewpoint;
    if (present != null) {
      present.enter(session);
    }
  }

  private <T> T patiently(Work<T> work) {
    return tried(() -> pool.lend(connection -> inside(connection, work)));
  }

  private <T> T tried(Retries.Attempt<T> attempt) {
    if (closed.get()) {
      throw new IllegalStateException(location + " is asked after it was closed");
    }
    try {
      return retries.first(attempt);
    } catch (SQLException failure) {
      throw Trouble.explained(location, failure);
    }
  }

  /** The pool takes care that the next user of the connection begins its transactions itself. */
  private <T> List<T> asked(
      Connection connection, String sql, RowReader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    connection.setAutoCommit(true);
    Session session = new Session(connection);
    Viewpoint present = viewpoint;
    return present == null
        ? session.list(sql, reader, parameters)
        : present.list(session, sql, reader, parameters);
  }

  static <T> T inside(Connection connection, Work<T> work) throws SQLException {
    try {
      T result = work.in(new Session(connection));
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException failure) {
      rollback(connection, failure);
      throw failure;
    }
  }

  private static void rollback(Connection connection, Exception failure) {
    try {
      connection.rollback();
    } catch (SQLException lost) {
      failure.addSuppressed(lost);
    }
  }
}
