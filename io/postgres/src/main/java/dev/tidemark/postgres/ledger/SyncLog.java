// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.stream.Volume;
import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What reading cost, by stream and hour. */
final class SyncLog {
  private static final String ADD =
      """
      INSERT INTO sync_log AS l (stream_id, organisation_id, hour, polls, failures, pages, records, bytes, calls)
      SELECT stream_id, organisation_id, date_trunc('hour', at, 'UTC'),
             sum(polls), sum(failures), sum(pages), sum(records), sum(bytes), sum(calls)
        FROM unnest(?::int8[], ?::uuid[], ?::timestamptz[], ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::int8[])
          AS u (stream_id, organisation_id, at, polls, failures, pages, records, bytes, calls)
       GROUP BY 1, 2, 3 ORDER BY 1, 3
          ON CONFLICT (stream_id, hour) DO UPDATE
         SET polls = l.polls + EXCLUDED.polls, failures = l.failures + EXCLUDED.failures,
             pages = l.pages + EXCLUDED.pages, records = l.records + EXCLUDED.records,
             bytes = l.bytes + EXCLUDED.bytes, calls = l.calls + EXCLUDED.calls\
      """;

  private static final String REFUSED =
      """
      INSERT INTO sync_log AS l (stream_id, organisation_id, hour, refused)
      SELECT stream_id, organisation_id, date_trunc('hour', now(), 'UTC'), refused
        FROM unnest(?::int8[], ?::uuid[], ?::int8[]) AS u (stream_id, organisation_id, refused)
       ORDER BY 1
          ON CONFLICT (stream_id, hour) DO UPDATE SET refused = l.refused + EXCLUDED.refused\
      """;

  /** Commits of a stream that were refused. */
  record Refusals(StreamRow row, long count) {}

  /** An addition. */
  record Entry(
      long stream, UUID organisation, Instant at, long polls, long failures, Volume volume) {}

  private SyncLog() {}

  static void add(Session session, List<Entry> entries) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    List<Entry> ordered = entries.stream().sorted(Comparator.comparingLong(Entry::stream)).toList();
    session.change(
        ADD,
        Columns.of(ordered)
            .bigint(Entry::stream)
            .uuid(Entry::organisation)
            .instant(Entry::at)
            .bigint(Entry::polls)
            .bigint(Entry::failures)
            .bigint(entry -> entry.volume.pages())
            .bigint(entry -> entry.volume.records())
            .bigint(entry -> entry.volume.bytes())
            .bigint(entry -> entry.volume.calls())
            .parameters());
    SyncCost.add(session, ordered);
  }

  /** Counts refusals; each stream's row is locked by this transaction. */
  static void refuse(Session session, List<Refusals> refusals) throws SQLException {
    if (!refusals.isEmpty()) {
      session.change(
          REFUSED,
          Columns.of(refusals)
              .bigint(refused -> refused.row().id())
              .uuid(refused -> refused.row().stream().organisation().value())
              .bigint(Refusals::count)
              .parameters());
    }
  }
}
