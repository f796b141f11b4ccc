// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Calls;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The one session all streams of an account share, one after the other: a login for each would cost
 * more than what it reads, and statements that follow each other share a warehouse that is awake.
 * Opened when first needed, opened again when the account has ended it. Safe for use by several
 * threads.
 */
final class Sessions implements Calls.Lines {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Account account;
  private final Dialler dialler;
  private final Warehouse warehouse;
  private final Failures failures;
  private final Semaphore place = new Semaphore(1, true);
  private final AtomicReference<@Nullable Running> running = new AtomicReference<>();
  private volatile @Nullable Connection connection;
  private volatile boolean closed;

  private record Running(Statement statement, Thread thread) {}

  Sessions(Account account, Dialler dialler, Warehouse warehouse) {
    this.account = account;
    this.dialler = dialler;
    this.warehouse = warehouse;
    this.failures = new Failures(account);
  }

  /** The session, to be closed by the caller before anybody else can have it. */
  Session take() {
    takePlace();
    try {
      VendorDriver.require();
      Restraint.keepTo(account.hosts());
      return new Session(this, connected());
    } catch (SQLException failure) {
      place.release();
      throw failures.of(failure);
    } catch (RuntimeException | Error failure) {
      place.release();
      throw failure;
    }
  }

  Failures failures() {
    return failures;
  }

  Warehouse warehouse() {
    return warehouse;
  }

  /** Cancels what a thread runs, without waiting for it. */
  @Override
  public void abort(Thread thread) {
    Running now = running.get();
    if (now != null && now.thread().equals(thread)) {
      background("cancel", () -> cancel(now.statement()));
    }
  }

  /** Ends what runs and logs out, without waiting for it. Later calls fail. */
  @Override
  public void close() {
    closed = true;
    Running now = running.get();
    if (now != null) {
      abort(now.thread());
    }
    Connection open = connection;
    connection = null;
    if (open != null) {
      background("log out of", () -> logOut(open));
    }
  }

  void release() {
    place.release();
  }

  void running(Statement statement) {
    running.set(new Running(statement, Thread.currentThread()));
  }

  void ran() {
    running.set(null);
  }

  /** Forgets a session that has ended. */
  void judge(SQLException failure) {
    if (Failures.isSessionGone(failure)) {
      connection = null;
    }
  }

  private Connection connected() throws SQLException {
    Connection open = connection;
    if (open == null || open.isClosed()) {
      open = dialler.connect();
      connection = open;
    }
    if (closed) {
      throw ConnectorException.of(Category.TRANSIENT, busy());
    }
    return open;
  }

  private void takePlace() {
    try {
      if (closed || !place.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw ConnectorException.of(Category.TRANSIENT, busy());
      }
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw ConnectorException.of(Category.TRANSIENT, "interrupted while waiting for the session");
    }
  }

  private String busy() {
    return closed
        ? "the connector to " + account.name() + " is closed"
        : "the session with " + account.name() + " stayed busy";
  }

  private void background(String what, Runnable work) {
    Runnable restrained =
        () -> {
          Restraint.keepTo(account.hosts());
          work.run();
        };
    Thread thread = new Thread(restrained, "snowflake " + what + " " + account.name());
    thread.setDaemon(true);
    thread.start();
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException ended) {
      // It is over, or the statement timeout ends it.
    }
  }

  private static void logOut(Connection open) {
    try {
      open.close();
    } catch (SQLException gone) {
      // The account ends sessions nobody uses.
    }
  }
}
