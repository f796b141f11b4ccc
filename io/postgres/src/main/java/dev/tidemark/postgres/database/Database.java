// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

import dev.tidemark.spi.ledger.LedgerException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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
    if (closed.get()) {
      throw new IllegalStateException(location + " is asked after it was closed");
    }
    try {
      return retries.first(() -> once(work));
    } catch (SQLException failure) {
      throw Trouble.explained(location, failure);
    }
  }

  private <T> T once(Work<T> work) throws SQLException {
    try (Connection connection = pool.connection()) {
      return inside(connection, work);
    }
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
