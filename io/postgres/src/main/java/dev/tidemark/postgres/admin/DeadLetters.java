// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Records that could not be used: looked at, and marked for another try. */
public final class DeadLetters {
  private static final String LIST =
      "SELECT * FROM rejected_record WHERE organisation_id = ? ORDER BY kept_at DESC, id LIMIT ?";

  private static final String AWAITING =
      """
      SELECT * FROM rejected_record WHERE organisation_id = ? AND replay_asked_at IS NOT NULL AND replayed_at IS NULL
       ORDER BY replay_asked_at, id LIMIT ?\
      """;

  private static final String ASK =
      "UPDATE rejected_record SET replay_asked_at = now(), replayed_at = NULL WHERE id = ANY (?)";

  private static final String REPLAYED =
      "UPDATE rejected_record SET replayed_at = now() WHERE id = ANY (?)";

  /** A kept record and its id. */
  public record DeadLetter(UUID id, RejectedRecord rejected) {}

  private final Database database;

  DeadLetters(Database database) {
    this.database = database;
  }

  /** The newest, at most so many. */
  public List<DeadLetter> list(OrganisationId organisation, int most) {
    return database.transaction(
        session -> session.list(LIST, DeadLetters::letter, organisation.value(), most));
  }

  /** Those to be tried again, the longest waiting first. */
  public List<DeadLetter> awaitingReplay(OrganisationId organisation, int most) {
    return database.transaction(
        session -> session.list(AWAITING, DeadLetters::letter, organisation.value(), most));
  }

  /**
   * Marks records to be tried again.
   *
   * @return how many there were
   */
  public int askReplay(Collection<UUID> ids) {
    return database.transaction(session -> session.change(ASK, Columns.uuids(ids)));
  }

  /** Marks records as tried again. */
  public void replayed(Collection<UUID> ids) {
    database.transaction(session -> session.change(REPLAYED, Columns.uuids(ids)));
  }

  private static DeadLetter letter(Row row) throws SQLException {
    StreamId stream =
        new StreamId(
            new OrganisationId(row.uuid("organisation_id")),
            new ConnectorId(row.uuid("connector_id")),
            row.text("stream"));
    return new DeadLetter(
        row.uuid("id"),
        new RejectedRecord(
            stream,
            row.text("connector_type"),
            row.text("record_key"),
            row.text("reason"),
            Bytes.wrap(row.bytes("payload")),
            row.instant("observed_at")));
  }
}
