// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.KeptRecord;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.spi.ledger.RejectedStore;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Dead letters, in their table. */
final class PostgresRejected implements RejectedStore {
  /**
   * What a removed connector brought is gone with it. That a record was seen again is written once
   * an hour.
   */
  private static final String KEEP =
      """
      INSERT INTO rejected_record AS r
             (id, organisation_id, connector_id, stream, connector_type, record_key, reason, payload, observed_at, stream_id, standing)
      SELECT DISTINCT ON (u.id) u.id, c.organisation_id, c.id, u.stream, u.connector_type, u.record_key, u.reason, u.payload,
             u.observed_at, s.id, 'SHOWN AGAIN'
        FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::timestamptz[])
          AS u (id, connector_id, stream, connector_type, record_key, reason, payload, observed_at)
        JOIN data_connectors c ON c.id = u.connector_id
        LEFT JOIN stream s ON s.connector_id = c.id AND s.name = u.stream COLLATE "C"
       ORDER BY u.id
          ON CONFLICT (id) DO UPDATE SET seen_at = now(), standing = coalesce(r.standing, EXCLUDED.standing)
       WHERE r.seen_at < now() - interval '1 hour' OR r.standing IS NULL\
      """;

  private static final String AWAITING =
      """
      SELECT DISTINCT s.organisation_id, s.connector_id, s.name AS stream
        FROM rejected_record r JOIN stream s ON s.id = r.stream_id
       WHERE r.replay_asked_at IS NOT NULL AND s.connector_id IS NOT NULL\
      """;

  /** At most so many, and not more bytes than a page holds, but one at least. */
  private static final String WAITING =
      """
      WITH next AS (
        SELECT r.*
          FROM rejected_record r JOIN stream s ON s.id = r.stream_id
         WHERE s.connector_id = ? AND s.name = ? AND r.replay_asked_at IS NOT NULL
           AND NOT EXISTS (SELECT FROM unnest(?::uuid[], ?::int8[]) AS u (id, request)
                            WHERE u.id = r.id AND u.request = r.replay_request)
         ORDER BY r.observed_at, r.id LIMIT ?),
      sized AS (
        SELECT *, sum(octet_length(payload)) OVER (ORDER BY observed_at, id) - octet_length(payload) AS before,
               min(observed_at) OVER () AS first
          FROM next)
      SELECT * FROM sized WHERE observed_at = first AND before < 1048576 ORDER BY id\
      """;

  private record Letter(UUID id, RejectedRecord rejected) {}

  private final Database database;

  PostgresRejected(Database database) {
    this.database = database;
  }

  @Override
  public void keep(List<RejectedRecord> records) {
    List<Letter> letters =
        records.stream()
            .map(rejected -> new Letter(RejectedRows.id(rejected), rejected))
            .sorted(Comparator.comparing(Letter::id))
            .toList();
    if (!letters.isEmpty()) {
      database.transaction(session -> session.change(KEEP, columns(letters)));
    }
  }

  @Override
  public Set<StreamId> awaiting() {
    return new HashSet<>(database.list(AWAITING, PostgresRejected::stream));
  }

  @Override
  public List<Waiting> waiting(StreamId stream, Collection<KeptRecord> underWay, int most) {
    List<Object> parameters = new ArrayList<>(List.of(stream.connector().value(), stream.name()));
    parameters.addAll(
        List.of(
            Columns.of(underWay).uuid(KeptRecord::id).bigint(KeptRecord::request).parameters()));
    parameters.add(most);
    return database.list(WAITING, PostgresRejected::waiting, parameters.toArray());
  }

  private static Object[] columns(List<Letter> letters) {
    return Columns.of(letters)
        .uuid(Letter::id)
        .uuid(letter -> letter.rejected.stream().connector().value())
        .text(letter -> letter.rejected.stream().name())
        .text(letter -> letter.rejected.connectorType())
        .text(letter -> RejectedRows.storable(letter.rejected.key()))
        .text(letter -> RejectedRows.storable(letter.rejected.reason()))
        .bytes(letter -> letter.rejected.payload().array())
        .instant(letter -> letter.rejected.observedAt())
        .parameters();
  }

  private static Waiting waiting(Row row) throws SQLException {
    KeptRecord record =
        new KeptRecord(row.uuid("id"), row.bigint("replay_request"), row.bigint("times"));
    return new Waiting(
        record,
        new RejectedRecord(
            stream(row),
            row.text("connector_type"),
            row.text("record_key"),
            row.text("reason"),
            Bytes.wrap(row.bytes("payload")),
            row.instant("observed_at")));
  }

  private static StreamId stream(Row row) throws SQLException {
    return new StreamId(
        new OrganisationId(row.uuid("organisation_id")),
        new ConnectorId(row.uuid("connector_id")),
        row.text("stream"));
  }
}
