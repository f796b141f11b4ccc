// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.chaos;

import dev.tidemark.e2e.world.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What happens to the database everything is kept in. */
final class DatabaseFaults {
  private static final Duration A_WHILE = Duration.ofSeconds(12);

  private static final String OTHERS =
      """
      SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()\
      """;

  private DatabaseFaults() {}

  static Instant kill(Theatre theatre, Random random) {
    theatre.server.kill();
    theatre.server.start();
    return Instant.now();
  }

  static Instant restart(Theatre theatre, Random random) {
    theatre.server.stop();
    theatre.server.start();
    return Instant.now();
  }

  static Instant stop(Theatre theatre, Random random) {
    theatre.server.stop();
    theatre.letPass(A_WHILE);
    theatre.server.start();
    return Instant.now();
  }

  /** What has been committed since the backup never was: the source is to be read again from it. */
  static Instant restore(Theatre theatre, Random random) {
    theatre.server.stop();
    Path backup = theatre.server.backUp("backup");
    theatre.server.start();
    theatre.letPass(age(random));
    theatre.server.stop();
    theatre.server.restore(backup);
    theatre.server.start();
    return Instant.now();
  }

  /** As the operations guide says: end the job, restore, start a job anew. */
  static Instant restoreOld(Theatre theatre, Random random) {
    new JobOperations(theatre.cluster).cancel(theatre.cluster.job(theatre.newestJob()));
    theatre.restoreKept();
    Instant restored = Instant.now();
    theatre.submit();
    return restored;
  }

  /** Some seconds, or what somebody has time for. */
  private static Duration age(Random random) {
    Duration drawn = Duration.ofMillis(10_000 + random.nextInt(10_000));
    return Duration.parse(System.getProperty("chaos.backup.age", drawn.toString()));
  }

  /** Others take every connection there is, as soon as the job has lost its own. */
  static Instant takeConnections(Theatre theatre, Random random) {
    List<Connection> taken = new ArrayList<>();
    try (Connection first = theatre.database().connection()) {
      execute(first, OTHERS);
      take(theatre.database(), taken);
      theatre.letPass(A_WHILE);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    } finally {
      taken.forEach(DatabaseFaults::close);
    }
    return Instant.now();
  }

  private static void take(Sql database, List<Connection> taken) {
    try {
      while (taken.size() < 1_000) {
        taken.add(database.connection());
      }
    } catch (SQLException noneLeft) {
      System.out.println("others hold " + taken.size() + " connections: " + noneLeft.getMessage());
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException gone) {
      // The server has ended it.
    }
  }

  static Instant readOnly(Theatre theatre, Random random) {
    theatre
        .database()
        .run("ALTER SYSTEM SET default_transaction_read_only = on", "SELECT pg_reload_conf()");
    theatre.letPass(A_WHILE);
    theatre
        .database()
        .run("ALTER SYSTEM RESET default_transaction_read_only", "SELECT pg_reload_conf()");
    return Instant.now();
  }

  /** The error of a full disk, raised where commits write. */
  static Instant fillDisk(Theatre theatre, Random random) {
    theatre
        .database()
        .run(
            """
            CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full';
            END $$\
            """,
            "CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON stream EXECUTE FUNCTION"
                + " full_disk()");
    theatre.letPass(A_WHILE);
    theatre.database().run("DROP TRIGGER full_disk ON stream", "DROP FUNCTION full_disk()");
    return Instant.now();
  }

  static Instant lock(Theatre theatre, Random random) {
    try (Connection connection = theatre.database().connection()) {
      connection.setAutoCommit(false);
      execute(connection, "LOCK TABLE stream IN ACCESS EXCLUSIVE MODE");
      theatre.letPass(Duration.ofMinutes(1));
      connection.rollback();
      return Instant.now();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  /** Somebody locks the rows that commits lock, in the other order. */
  static Instant deadlock(Theatre theatre, Random random) {
    String counted = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";
    long before = theatre.database().number(counted);
    Instant end = Instant.now().plus(A_WHILE);
    while (Instant.now().isBefore(end)) {
      lockBackwards(theatre.database());
    }
    System.out.println("deadlocks: " + (theatre.database().number(counted) - before));
    return Instant.now();
  }

  private static void lockBackwards(Sql database) {
    List<String> streams =
        database.rows("SELECT id FROM stream ORDER BY id DESC").stream()
            .map(row -> row.get(0))
            .toList();
    try (Connection connection = database.connection()) {
      connection.setAutoCommit(false);
      execute(connection, "SET LOCAL deadlock_timeout = '100ms'");
      for (String stream : streams) {
        execute(connection, "SELECT FROM stream WHERE id = " + stream + " FOR UPDATE");
        execute(connection, "SELECT pg_sleep(0.1)");
      }
      connection.rollback();
    } catch (SQLException chosenAsVictim) {
      // The server ended one of the two, this time this one.
    }
  }

  private static void execute(Connection connection, String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }
}
