// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.spi.ledger.RejectedStore;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Dead letters, in their table. */
final class PostgresRejected implements RejectedStore {
  /** What a removed connector brought is gone with it. */
  private static final String KEEP =
      """
      INSERT INTO rejected_record (id, organisation_id, connector_id, stream, connector_type, record_key, reason, payload, observed_at)
      SELECT DISTINCT ON (u.id) u.id, c.organisation_id, c.id, u.stream, u.connector_type, u.record_key, u.reason, u.payload, u.observed_at
        FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::timestamptz[])
          AS u (id, connector_id, stream, connector_type, record_key, reason, payload, observed_at)
        JOIN data_connectors c ON c.id = u.connector_id
       ORDER BY u.id
          ON CONFLICT (id) DO NOTHING\
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
            .map(rejected -> new Letter(id(rejected), rejected))
            .sorted(Comparator.comparing(Letter::id))
            .toList();
    if (!letters.isEmpty()) {
      database.transaction(session -> session.change(KEEP, columns(letters)));
    }
  }

  private static UUID id(RejectedRecord rejected) {
    return new Digest()
        .add(rejected.stream().connector().toString())
        .add(rejected.stream().name())
        .add(rejected.key())
        .add(rejected.reason())
        .add(rejected.payload().array())
        .value();
  }

  private static Object[] columns(List<Letter> letters) {
    return Columns.of(letters)
        .uuid(Letter::id)
        .uuid(letter -> letter.rejected.stream().connector().value())
        .text(letter -> letter.rejected.stream().name())
        .text(letter -> letter.rejected.connectorType())
        .text(letter -> storable(letter.rejected.key()))
        .text(letter -> storable(letter.rejected.reason()))
        .bytes(letter -> letter.rejected.payload().array())
        .instant(letter -> letter.rejected.observedAt())
        .parameters();
  }

  /** The database takes every character but one; the payload keeps what it was. */
  private static String storable(String text) {
    return text.replace('\0', ' ');
  }
}
