// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.exactness;

import dev.tidemark.model.StreamId;
import dev.tidemark.postgres.database.Database;
import java.util.UUID;

/** A stream's row, windows and rejected records as they were, in tables of their own. */
final class StreamBackup {
  private static final String CHANGING =
      "lease, job_id, job_epoch, previous_lease, previous_epoch, sequence, cursor, fingerprint,"
          + " revision, complete_through, committed_at";

  private final Database database;
  private final UUID connector;
  private final String rows = "backup_" + UUID.randomUUID().toString().replace('-', '_');

  private StreamBackup(Database database, UUID connector) {
    this.database = database;
    this.connector = connector;
  }

  static StreamBackup of(Database database, StreamId stream) {
    StreamBackup backup = new StreamBackup(database, stream.connector().value());
    backup.run(
        "CREATE TABLE %1$s AS SELECT * FROM stream WHERE connector_id = '%2$s'",
        "CREATE TABLE %1$s_w AS SELECT * FROM metric_window WHERE stream_id IN"
            + " (SELECT id FROM %1$s)",
        "CREATE TABLE %1$s_r AS SELECT * FROM rejected_record WHERE connector_id = '%2$s'");
    return backup;
  }

  /** A stream that was not there yet goes; one that was is as it was. */
  void restore() {
    run(
        "DELETE FROM metric_window WHERE stream_id IN"
            + " (SELECT id FROM stream WHERE connector_id = '%2$s')",
        "DELETE FROM rejected_record WHERE connector_id = '%2$s'",
        "DELETE FROM stream WHERE connector_id = '%2$s' AND id NOT IN (SELECT id FROM %1$s)",
        "UPDATE stream s SET (%3$s) = (SELECT %3$s FROM %1$s b WHERE b.id = s.id)"
            + " WHERE connector_id = '%2$s'",
        "INSERT INTO metric_window SELECT * FROM %1$s_w",
        "INSERT INTO rejected_record SELECT * FROM %1$s_r");
  }

  private void run(String... statements) {
    database.transaction(
        session -> {
          for (String statement : statements) {
            session.change(statement.formatted(rows, connector, CHANGING));
          }
          return statements.length;
        });
  }
}
