// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.ledger.AccessAudit;
import dev.tidemark.postgres.ledger.ConnectorEvidence;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Having one stream read again from its beginning. Its lease is withdrawn in the transaction that
 * takes away what it read, and its sequence moves on, so whatever is still on its way is refused;
 * its reader finds the lease gone and takes a new one. No other stream notices.
 */
public final class Rewinding {
  private static final String HELD =
      """
      SELECT s.id, s.organisation_id, s.complete_through, w.windows, w.earliest, f.facts, c.counters, r.rejected
        FROM stream s
       CROSS JOIN LATERAL (SELECT count(*) AS windows, min(start) AS earliest FROM metric_window WHERE stream_id = s.id) w
       CROSS JOIN LATERAL (SELECT count(*) AS facts FROM asset_fact WHERE stream_id = s.id) f
       CROSS JOIN LATERAL (SELECT count(*) AS counters FROM counter_reading WHERE stream_id = s.id) c
       CROSS JOIN LATERAL (SELECT count(*) AS rejected FROM rejected_record WHERE stream_id = s.id) r
       WHERE s.connector_id = ? AND s.name = ?\
      """;

  private static final String NAMES =
      "SELECT name FROM stream WHERE connector_id = ? ORDER BY name";

  private final Database database;

  Rewinding(Database database) {
    this.database = database;
  }

  /**
   * What a stream has read, which rewinding takes away.
   *
   * @param completeThrough null where nothing is known completely
   * @param windows of hours and days
   * @param earliest where the first of them begins; null where there is none
   * @param facts assets it told of
   * @param counters counters that only ever rise: what they counted cannot be read again
   * @param rejected records it went on without
   */
  public record Held(
      @Nullable Instant completeThrough,
      long windows,
      @Nullable Instant earliest,
      long facts,
      long counters,
      long rejected) {}

  private record Found(long id, UUID organisation, Held held) {
    static Found read(Row row) throws SQLException {
      return new Found(
          row.bigint("id"),
          row.uuid("organisation_id"),
          new Held(
              row.maybeInstant("complete_through").orElse(null),
              row.bigint("windows"),
              row.maybeInstant("earliest").orElse(null),
              row.bigint("facts"),
              row.bigint("counters"),
              row.bigint("rejected")));
    }
  }

  /** The streams a connector was ever read by, by name. */
  public List<String> streams(ConnectorId connector) {
    return database.list(NAMES, row -> row.text("name"), connector.value());
  }

  /** What a stream has read; empty if there is no such stream. */
  public Optional<Held> held(ConnectorId connector, String stream) {
    return database
        .snapshot(session -> session.find(HELD, Found::read, connector.value(), stream))
        .map(Found::held);
  }

  /**
   * Takes away what a stream read.
   *
   * @return what that was; empty if there is no such stream
   */
  public Optional<Held> rewind(ConnectorId connector, String stream, String purpose) {
    return database.transaction(
        session -> {
          Optional<Found> found = session.find(HELD, Found::read, connector.value(), stream);
          if (found.isPresent()) {
            UUID owner = found.get().organisation();
            AccessAudit.write(session, owner, connector.value(), "RESET", purpose);
            ConnectorEvidence.rewind(session, owner, found.get().id());
          }
          return found.map(Found::held);
        });
  }
}
