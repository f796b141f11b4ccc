// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.backup;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.database.Session;
import dev.tidemark.postgres.database.UnmigratedDatabase;
import dev.tidemark.spi.ledger.LedgerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Fills a database from a backup in one transaction, whole or not at all. Tables stay, and with
 * them the views and grants of others. Numbers that were given out since, of jobs above all, are
 * not given out again.
 */
public final class Restoration {
  private static final String OTHERS =
      """
      SELECT count(*) AS number FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'tidemark'
         AND pid <> pg_backend_pid()\
      """;

  /** A connection that was closed just now, our own included, is listed for a moment more. */
  private static final RetryPolicy<Long> UNTIL_GONE =
      RetryPolicy.<Long>builder()
          .handleResultIf(open -> open > 0)
          .abortOn(LedgerException.class)
          .withDelay(Duration.ofMillis(100))
          .withMaxRetries(30)
          .build();

  private static final String EXISTS =
      "SELECT to_regclass('tidemark.organisation') IS NOT NULL AS there";

  private static final String ADVANCE =
      """
      SELECT setval(c.oid::regclass, ?, false) FROM pg_class c
       WHERE c.relname = ? AND c.relnamespace = 'tidemark'::regnamespace AND c.relkind = 'S'\
      """;

  private final DatabaseAccess access;
  private final UnmigratedDatabase database;

  private Restoration(DatabaseAccess access) {
    this.access = access;
    this.database = new UnmigratedDatabase(access.location());
  }

  /** Into a database with or without tables. */
  public static Restoration into(DatabaseAccess access) {
    return new Restoration(access);
  }

  /** The organisations that would be replaced, by name. */
  public List<String> present() {
    return database.transaction(
        session ->
            session.one(EXISTS, row -> row.flag("there"))
                ? session.list(
                    "SELECT name FROM organisation ORDER BY name", row -> row.text("name"))
                : List.of());
  }

  /**
   * Refuses a database the backup cannot be restored into now.
   *
   * @throws IllegalStateException if a job, a console or another command is connected, or its
   *     tables are of another build than those of the backup
   * @throws LedgerException if the database cannot be reached
   */
  public void check(BackupFile file) {
    long others = Failsafe.with(UNTIL_GONE).get(this::others);
    if (others > 0) {
      throw new IllegalStateException(
          others
              + " connections of Tidemark to "
              + access
              + " are open: end the job and the console first ('tidemark status' names the job).");
    }
    requireSameTables(access.migrations().found(), file);
  }

  private long others() {
    return database.transaction(it -> it.one(OTHERS, row -> row.bigint("number")));
  }

  private void requireSameTables(int found, BackupFile file) {
    int held = file.contents().migration();
    if (found != 0 && found != held) {
      throw new IllegalStateException(
          "%s has tables of another build (%d) than %s (%d): restore it into a database without tables."
              .formatted(access, found, file, held));
    }
  }

  /**
   * Puts the backup in the place of what is there; tables of an older build are then brought to
   * this one.
   *
   * @param progress hears of each table when its rows are in
   * @throws IllegalStateException as {@link #check}
   * @throws LedgerException if the database cannot be reached or does not allow it
   */
  public void run(BackupFile file, Consumer<BackedUpTable> progress) {
    check(file);
    access.migrations().applyUpTo(file.contents().migration());
    database.transaction(
        session -> {
          Map<String, Long> next = Catalog.sequences(session);
          file.contents()
              .sequences()
              .forEach((name, number) -> next.merge(name, number, Math::max));
          load(session, file, progress);
          advance(session, next);
          return true;
        });
    access.migrations().apply();
  }

  /** Triggers have done their work when the rows were written first. */
  private static void load(Session session, BackupFile file, Consumer<BackedUpTable> progress)
      throws SQLException {
    session.change("TRUNCATE " + String.join(", ", Catalog.names(session)));
    for (BackedUpTable table : file.contents().tables()) {
      String change = "ALTER TABLE tidemark." + table.name();
      session.change(change + " DISABLE TRIGGER USER");
      load(session, file, table);
      session.change(change + " ENABLE TRIGGER USER");
      progress.accept(table);
    }
  }

  private static void load(Session session, BackupFile file, BackedUpTable table)
      throws SQLException {
    try (InputStream rows = file.rows(table)) {
      long loaded = session.copyIn(table.copyFrom(), rows);
      if (loaded != table.rows()) {
        throw new IllegalStateException(
            "%s holds %d rows of %s and says it holds %d: use another copy."
                .formatted(file, loaded, table.name(), table.rows()));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void advance(Session session, Map<String, Long> next) throws SQLException {
    for (Map.Entry<String, Long> sequence : next.entrySet()) {
      session.list(ADVANCE, row -> row, sequence.getValue(), sequence.getKey());
    }
  }
}
