// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.Stratum;
import dev.tidemark.model.stream.Reading;
import dev.tidemark.model.stream.SeriesKey;
import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Cumulative counters in their table. */
final class ReadingRows {
  private static final String WRITE =
      """
      INSERT INTO counter_reading AS r
             (stream_id, organisation_id, series, stratum, metric, subject, attributes, value, start, at, moved_at)
      SELECT * FROM unnest(?::int8[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],
                           ?::float8[], ?::int8[], ?::int8[], ?::int8[])
          ON CONFLICT (stream_id, series) DO UPDATE
         SET value = EXCLUDED.value, start = EXCLUDED.start, at = EXCLUDED.at, moved_at = EXCLUDED.moved_at
       WHERE (r.value, r.start, r.at, r.moved_at)
          IS DISTINCT FROM (EXCLUDED.value, EXCLUDED.start, EXCLUDED.at, EXCLUDED.moved_at)\
      """;

  private static final Comparator<Entry> KEY_ORDER =
      Comparator.<Entry>comparingLong(entry -> entry.step.row().id())
          .thenComparing(entry -> entry.series);

  private record Entry(AppliedCommits step, UUID series, Reading reading) {}

  private ReadingRows() {}

  static void write(Session session, List<AppliedCommits> steps) throws SQLException {
    List<Entry> entries =
        steps.stream().flatMap(step -> entries(step).stream()).sorted(KEY_ORDER).toList();
    if (!entries.isEmpty()) {
      session.change(WRITE, columns(entries));
    }
  }

  static Reading read(Row row) throws SQLException {
    SeriesKey series =
        new SeriesKey(
            new Stratum(row.text("stratum")),
            row.text("metric"),
            row.text("subject"),
            Json.attributes(row.text("attributes")));
    return new Reading(
        series,
        row.number("value"),
        Nanoseconds.instant(row.bigint("start")),
        Nanoseconds.instant(row.bigint("at")),
        Nanoseconds.instant(row.bigint("moved_at")));
  }

  private static List<Entry> entries(AppliedCommits step) {
    return step.readings().stream()
        .map(reading -> new Entry(step, series(reading.series()), reading))
        .toList();
  }

  private static UUID series(SeriesKey key) {
    return Digest.of(
        key.stratum().urn(), key.metric(), key.subject(), Json.text(key.attributes().values()));
  }

  private static Object[] columns(List<Entry> entries) {
    return Columns.of(entries)
        .bigint(entry -> entry.step.row().id())
        .uuid(entry -> entry.step.organisation())
        .uuid(Entry::series)
        .text(entry -> entry.reading.series().stratum().urn())
        .text(entry -> entry.reading.series().metric())
        .text(entry -> entry.reading.series().subject())
        .text(entry -> Json.text(entry.reading.series().attributes().values()))
        .number(entry -> entry.reading.value())
        .bigint(entry -> Nanoseconds.of(entry.reading.start()))
        .bigint(entry -> Nanoseconds.of(entry.reading.at()))
        .bigint(entry -> Nanoseconds.of(entry.reading.movedAt()))
        .parameters();
  }
}
