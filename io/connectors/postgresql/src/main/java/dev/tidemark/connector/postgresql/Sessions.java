// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.authoring.Calls;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The few connections an account may have at a time, to whichever databases. Released ones are kept
 * for the next poll; the server ends those that idle too long, so no thread watches them. Safe for
 * use by several threads.
 */
final class Sessions implements Calls.Lines {
  static final int MOST_OPEN = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Account account;
  private final Dialler dialler;
  private final Failures failures;
  private final Semaphore places = new Semaphore(MOST_OPEN, true);
  private final IdleSessions idle;
  private final Map<Connection, Thread> open = new ConcurrentHashMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  Sessions(Account account, Dialler dialler) {
    this.account = account;
    this.dialler = dialler;
    this.failures = new Failures(account);
    this.idle = IdleSessions.join(dialler);
  }

  /** A session on the database the account names. */
  Session first() {
    return on(account.database());
  }

  /** A session on a database, to be closed by the caller. */
  Session on(String database) {
    takePlace();
    try {
      Session kept = kept(database);
      Session session = kept == null ? connect(database) : kept;
      open.put(session.connection(), Thread.currentThread());
      refuseIfUnwanted(session);
      return session;
    } catch (SQLException failure) {
      places.release();
      throw failures.of(failure, database);
    } catch (RuntimeException | Error failure) {
      places.release();
      throw failure;
    }
  }

  Failures failures() {
    return failures;
  }

  /** Ends what a thread runs: its statements are cancelled, its connections closed. */
  @Override
  public void abort(Thread thread) {
    open.forEach((connection, user) -> abortIf(user.equals(thread), connection));
  }

  /** Ends what runs: statements are cancelled, connections closed. Later calls fail. */
  @Override
  public void close() {
    boolean first = closed.compareAndSet(false, true);
    open.keySet().parallelStream().forEach(Dialler::abort);
    if (first) {
      IdleSessions.leave(dialler).forEach(Dialler::abort);
    }
  }

  /** Takes a session back, to be used again if it still can be. */
  void release(Session session) {
    open.remove(session.connection());
    try {
      session.connection().rollback();
      keep(session);
    } catch (SQLException broken) {
      Dialler.abort(session.connection());
    } finally {
      places.release();
    }
  }

  private static void abortIf(boolean affected, Connection connection) {
    if (affected) {
      Dialler.abort(connection);
    }
  }

  private Session connect(String database) throws SQLException {
    return new Session(this, database, dialler.connect(database));
  }

  private void takePlace() {
    try {
      if (closed.get() || !places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw ConnectorException.of(Category.TRANSIENT, busy());
      }
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw ConnectorException.of(Category.TRANSIENT, "interrupted while waiting for a connection");
    }
  }

  private String busy() {
    return closed.get()
        ? "the connector to " + account.hostAndPort() + " is closed"
        : "all " + MOST_OPEN + " connections to " + account.hostAndPort() + " stayed busy";
  }

  private void refuseIfUnwanted(Session session) {
    if (closed.get() || Thread.currentThread().isInterrupted()) {
      open.remove(session.connection());
      Dialler.abort(session.connection());
      throw ConnectorException.of(Category.TRANSIENT, busy());
    }
  }

  private @Nullable Session kept(String database) throws SQLException {
    Connection connection = idle.take(dialler, database);
    while (connection != null && !connection.isValid(2)) {
      Dialler.abort(connection);
      connection = idle.take(dialler, database);
    }
    return connection == null ? null : new Session(this, database, connection);
  }

  private void keep(Session session) throws SQLException {
    Connection connection = session.connection();
    Connection surplus =
        closed.get() ? connection : idle.keep(dialler, session.database(), connection);
    if (surplus != null) {
      surplus.close();
    }
  }
}
