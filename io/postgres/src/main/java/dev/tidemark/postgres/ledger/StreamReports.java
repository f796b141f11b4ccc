// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Session;
import dev.tidemark.spi.ledger.StreamReport;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How reading goes, in the rows of streams. */
final class StreamReports {
  private static final String WRITE =
      """
      UPDATE stream s
         SET last_poll = greatest(s.last_poll, u.at),
             complete_through = greatest(s.complete_through, u.complete_through),
             caught_up_at = CASE WHEN u.caught_up AND s.sequence >= u.sequence
                                 THEN greatest(s.caught_up_at, u.at) ELSE s.caught_up_at END,
             caught_up_with = CASE WHEN u.caught_up AND s.sequence < u.sequence
                                   THEN coalesce(s.caught_up_with, u.sequence) ELSE s.caught_up_with END,
             failing_since = CASE WHEN u.category IS NULL THEN NULL ELSE coalesce(s.failing_since, u.at) END,
             failure_category = u.category, failure_message = u.message, next_try = u.next_try,
             paused_until = u.paused_until, pause_reason = u.pause_reason
        FROM unnest(?::int8[], ?::timestamptz[], ?::timestamptz[], ?::bool[], ?::int8[], ?::text[], ?::text[], ?::timestamptz[],
                    ?::timestamptz[], ?::text[])
          AS u (id, at, complete_through, caught_up, sequence, category, message, next_try, paused_until, pause_reason)
       WHERE s.id = u.id\
      """;

  private record Entry(StreamRow row, StreamReport report) {}

  private StreamReports() {}

  /** Several reports of one stream count in their order. */
  static void write(Session session, List<StreamReport> reports) throws SQLException {
    Map<?, StreamRow> rows =
        StreamRow.lock(session, reports.stream().map(StreamReport::stream).distinct().toList());
    List<Entry> remaining = new ArrayList<>();
    for (StreamReport report : reports) {
      StreamRow row = rows.get(report.stream());
      if (row != null && row.carries(report.lease())) {
        remaining.add(new Entry(row, report));
      }
    }
    SyncLog.add(session, remaining.stream().map(StreamReports::logged).toList());
    while (!remaining.isEmpty()) {
      List<Entry> round = firstOfEach(remaining);
      session.change(WRITE, columns(round));
      remaining.removeAll(round);
    }
  }

  /** One statement changes a row once. */
  private static List<Entry> firstOfEach(List<Entry> entries) {
    List<Entry> round = new ArrayList<>();
    java.util.Set<Long> seen = new java.util.HashSet<>();
    for (Entry entry : entries) {
      if (seen.add(entry.row.id())) {
        round.add(entry);
      }
    }
    return round;
  }

  private static SyncLog.Entry logged(Entry entry) {
    return new SyncLog.Entry(
        entry.row.id(),
        entry.row.stream().organisation().value(),
        entry.report.at(),
        1,
        entry.report.failure() == null ? 0 : 1,
        entry.report.volume());
  }

  private static Object[] columns(List<Entry> entries) {
    return Columns.of(entries)
        .bigint(entry -> entry.row.id())
        .instant(entry -> entry.report.at())
        .instant(entry -> entry.report.completeThrough())
        .flag(entry -> entry.report.caughtUp())
        .bigint(entry -> entry.report.sequence())
        .text(entry -> category(entry.report.failure()))
        .text(entry -> message(entry.report.failure()))
        .instant(entry -> nextTry(entry.report.failure()))
        .instant(entry -> until(entry.report.rest()))
        .text(entry -> reason(entry.report.rest()))
        .parameters();
  }

  private static @Nullable String category(StreamReport.@Nullable Failure failure) {
    return failure == null ? null : failure.category().name();
  }

  /** The database takes every character but one. */
  private static @Nullable String message(StreamReport.@Nullable Failure failure) {
    return failure == null ? null : failure.message().replace('\0', ' ');
  }

  private static java.time.@Nullable Instant nextTry(StreamReport.@Nullable Failure failure) {
    return failure == null ? null : failure.nextTry();
  }

  private static java.time.@Nullable Instant until(StreamReport.@Nullable Rest rest) {
    return rest == null ? null : rest.until();
  }

  private static @Nullable String reason(StreamReport.@Nullable Rest rest) {
    return rest == null ? null : rest.reason();
  }
}
