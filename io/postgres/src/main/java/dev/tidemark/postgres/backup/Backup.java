// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.backup;

import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Takes backups while everything runs, in one snapshot: rows of windows and the cursors they came
 * with are of the same moment. For any number of threads; calls block.
 */
public final class Backup {
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private static final String NOW = "SELECT clock_timestamp() AS now";

  private final Database database;

  private Backup(Database database) {
    this.database = database;
  }

  /** Of a migrated database. */
  public static Backup of(Database database) {
    return new Backup(database);
  }

  /** What a backup taken now would hold; nothing is written. */
  public BackupContents rehearse() {
    return database.snapshot(
        session -> {
          Instant takenAt = session.one(NOW, row -> row.instant("now"));
          List<BackedUpTable> tables = new ArrayList<>();
          for (BackedUpTable table : Catalog.tables(session)) {
            tables.add(table.withRows(count(session, table)));
          }
          return contents(session, takenAt, tables);
        });
  }

  private static long count(Session session, BackedUpTable table) throws SQLException {
    String sql = "SELECT count(*) AS number FROM tidemark." + table.name();
    return session.one(sql, row -> row.bigint("number"));
  }

  private static BackupContents contents(
      Session session, Instant takenAt, List<BackedUpTable> tables) throws SQLException {
    return new BackupContents(
        BackupContents.FORMAT,
        Catalog.migration(session),
        takenAt,
        tables,
        Catalog.sequences(session));
  }

  /**
   * Takes one. The file appears when it is whole, readable by its owner alone.
   *
   * @param file replaced where there is one
   * @param progress hears of each table when its rows are written
   * @throws UncheckedIOException if the file cannot be written
   */
  public BackupContents take(Path file, Consumer<BackedUpTable> progress) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Path draft = Files.createTempFile(folder, file.getFileName() + ".", ".part", OWNER_ONLY);
      try {
        BackupContents contents = database.snapshot(session -> write(session, draft, progress));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return contents;
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** From the beginning where the transaction is tried again. */
  static BackupContents write(Session session, Path draft, Consumer<BackedUpTable> progress)
      throws SQLException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(draft))) {
      Instant takenAt = session.one(NOW, row -> row.instant("now"));
      List<BackedUpTable> tables = new ArrayList<>();
      for (BackedUpTable table : Catalog.tables(session)) {
        tables.add(rows(session, zip, table));
        progress.accept(tables.get(tables.size() - 1));
      }
      BackupContents contents = contents(session, takenAt, tables);
      zip.putNextEntry(new ZipEntry(BackupFile.CONTENTS));
      zip.write(BackupFile.JSON.writeValueAsBytes(contents));
      zip.closeEntry();
      return contents;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static BackedUpTable rows(Session session, ZipOutputStream zip, BackedUpTable table)
      throws SQLException, IOException {
    zip.putNextEntry(new ZipEntry(table.entry()));
    long rows = session.copyOut(table.copyTo(), zip);
    zip.closeEntry();
    return table.withRows(rows);
  }
}
