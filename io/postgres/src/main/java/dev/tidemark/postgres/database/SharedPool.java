// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The connections all users of one database in this JVM share. Made with the first user, closed
 * with the last.
 */
final class SharedPool {
  private static final Map<Plan, SharedPool> POOLS = new ConcurrentHashMap<>();
  private static final long CONNECT_MILLIS = 5_000;
  private static final long TURN_MILLIS = CONNECT_MILLIS / 2;
  private static final long IDLE_MILLIS = 60_000;

  /** What makes two pools the same. */
  record Plan(Location location, int connections) {}

  /** What a connection is wanted for; it is given back afterwards. */
  interface Use<T> {
    T of(Connection connection) throws SQLException;
  }

  private final Plan plan;
  private final HikariDataSource source;
  private final Semaphore turns;
  private final AtomicBoolean checked = new AtomicBoolean();
  private int users;

  private SharedPool(Plan plan) {
    this.plan = plan;
    this.source = new HikariDataSource(configuration(plan));
    this.turns = new Semaphore(plan.connections(), true);
  }

  static SharedPool use(Plan plan) {
    return POOLS.compute(
        plan,
        (key, present) -> {
          SharedPool pool = present == null ? new SharedPool(key) : present;
          pool.users++;
          return pool;
        });
  }

  void leave() {
    POOLS.computeIfPresent(
        plan,
        (key, pool) -> {
          if (--pool.users > 0) {
            return pool;
          }
          pool.source.close();
          return null;
        });
  }

  /**
   * Uses a connection to a database that is known to hold the tables this build expects. Who asked
   * first has one first: the pool alone prefers whoever has just given one back. Whoever waited in
   * vain asks the pool all the same, which knows why there is none.
   */
  <T> T lend(Use<T> use) throws SQLException {
    if (!checked.get()) {
      check();
    }
    boolean turn = awaitTurn();
    try (Connection connection = source.getConnection()) {
      return use.of(connection);
    } finally {
      if (turn) {
        turns.release();
      }
    }
  }

  private boolean awaitTurn() {
    try {
      return turns.tryAcquire(TURN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Past the pool, which would keep trying for seconds before it told of a wrong password. */
  private void check() throws SQLException {
    try (Connection connection = Driver.connect(plan.location())) {
      SchemaVersion.require(connection, plan.location());
      checked.set(true);
    }
  }

  private static HikariConfig configuration(Plan plan) {
    HikariConfig configuration = new HikariConfig();
    configuration.setPoolName("tidemark");
    configuration.setDataSource(Driver.source(plan.location()));
    configuration.setMaximumPoolSize(plan.connections());
    configuration.setMinimumIdle(0);
    configuration.setIdleTimeout(IDLE_MILLIS);
    configuration.setConnectionTimeout(CONNECT_MILLIS);
    configuration.setInitializationFailTimeout(-1);
    configuration.setAutoCommit(false);
    // A process that hangs in the middle of a transaction must not keep its locks for ever.
    configuration.setConnectionInitSql("SET idle_in_transaction_session_timeout = '30s'");
    // Otherwise that begins the first transaction: one that is rolled back would take it back.
    configuration.setIsolateInternalQueries(true);
    return configuration;
  }
}
