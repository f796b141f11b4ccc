// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The few connections an account may have at a time, to whichever databases. Released ones are kept
 * for the next poll, the most recent first; the server ends those that idle too long, so no thread
 * watches them. Safe for use by several threads.
 */
final class Sessions implements AutoCloseable {
  static final int MOST_OPEN = 3;
  private static final int MOST_IDLE = 2;

  /** All accounts together keep no more idle connections than this: many may share one server. */
  private static final Semaphore IDLE_PLACES = new Semaphore(32);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Account account;
  private final Dialler dialler;
  private final Failures failures;
  private final Semaphore places = new Semaphore(MOST_OPEN, true);
  private final Deque<Session> idle = new ArrayDeque<>();
  private final Map<Connection, Thread> open = new ConcurrentHashMap<>();
  private volatile boolean closed;

  Sessions(Account account, Dialler dialler) {
    this.account = account;
    this.dialler = dialler;
    this.failures = new Failures(account);
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
  void abort(Thread thread) {
    open.forEach((connection, user) -> abortIf(user.equals(thread), connection));
  }

  /** Ends what runs: statements are cancelled, connections closed. Later calls fail. */
  @Override
  public void close() {
    closed = true;
    open.keySet().parallelStream().forEach(Dialler::abort);
    synchronized (idle) {
      idle.forEach(session -> Dialler.abort(session.connection()));
      IDLE_PLACES.release(idle.size());
      idle.clear();
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
      if (closed || !places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw ConnectorException.of(Category.TRANSIENT, busy());
      }
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw ConnectorException.of(Category.TRANSIENT, "interrupted while waiting for a connection");
    }
  }

  private String busy() {
    return closed
        ? "the connector to " + account.hostAndPort() + " is closed"
        : "all " + MOST_OPEN + " connections to " + account.hostAndPort() + " stayed busy";
  }

  private void refuseIfUnwanted(Session session) {
    if (closed || Thread.currentThread().isInterrupted()) {
      open.remove(session.connection());
      Dialler.abort(session.connection());
      throw ConnectorException.of(Category.TRANSIENT, busy());
    }
  }

  private @Nullable Session kept(String database) throws SQLException {
    Session session = takeIdle(database);
    while (session != null && !session.connection().isValid(2)) {
      Dialler.abort(session.connection());
      session = takeIdle(database);
    }
    return session;
  }

  private @Nullable Session takeIdle(String database) {
    synchronized (idle) {
      for (Iterator<Session> sessions = idle.iterator(); sessions.hasNext(); ) {
        Session session = sessions.next();
        if (session.database().equals(database)) {
          sessions.remove();
          IDLE_PLACES.release();
          return session;
        }
      }
      return null;
    }
  }

  private void keep(Session session) throws SQLException {
    Session surplus = surplusAfter(session);
    if (surplus != null) {
      surplus.connection().close();
    }
  }

  /** Keeps a session if there is a place for it; the one that has to go instead, or null. */
  private @Nullable Session surplusAfter(Session session) {
    synchronized (idle) {
      if (closed || !IDLE_PLACES.tryAcquire()) {
        return session;
      }
      idle.addFirst(session);
      if (idle.size() <= MOST_IDLE) {
        return null;
      }
      IDLE_PLACES.release();
      return idle.removeLast();
    }
  }
}
