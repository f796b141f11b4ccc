// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.window.Grain;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Windows in their table. */
final class WindowRows {
  private static final String WRITE =
      """
      INSERT INTO metric_window AS w
             (stream_id, organisation_id, revision, series, stratum, metric, attributes, grain, start,
              settled_count, settled_sum, settled_denominator, settled_last, settled_last_revision,
              settled_earliest, settled_latest, settled_sketch,
              tail_count, tail_sum, tail_denominator, tail_last, tail_last_revision,
              tail_earliest, tail_latest, tail_sketch)
      SELECT stream_id, organisation_id, revision, series, stratum, metric, attributes, grain, to_timestamp(start),
             settled_count, settled_sum, settled_denominator, settled_last, settled_last_revision,
             settled_earliest, settled_latest, settled_sketch,
             tail_count, tail_sum, tail_denominator, tail_last, tail_last_revision,
             tail_earliest, tail_latest, tail_sketch
        FROM unnest(?::int8[], ?::uuid[], ?::int8[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int8[],
                    ?::int8[], ?::float8[], ?::float8[], ?::float8[], ?::int8[], ?::int8[], ?::int8[], ?::bytea[],
                    ?::int8[], ?::float8[], ?::float8[], ?::float8[], ?::int8[], ?::int8[], ?::int8[], ?::bytea[])
          AS u (stream_id, organisation_id, revision, series, stratum, metric, attributes, grain, start,
                settled_count, settled_sum, settled_denominator, settled_last, settled_last_revision,
                settled_earliest, settled_latest, settled_sketch,
                tail_count, tail_sum, tail_denominator, tail_last, tail_last_revision,
                tail_earliest, tail_latest, tail_sketch)
          ON CONFLICT (stream_id, series, grain, start) DO UPDATE
         SET revision = EXCLUDED.revision,
             settled_count = EXCLUDED.settled_count, settled_sum = EXCLUDED.settled_sum,
             settled_denominator = EXCLUDED.settled_denominator, settled_last = EXCLUDED.settled_last,
             settled_last_revision = EXCLUDED.settled_last_revision, settled_earliest = EXCLUDED.settled_earliest,
             settled_latest = EXCLUDED.settled_latest, settled_sketch = EXCLUDED.settled_sketch,
             tail_count = EXCLUDED.tail_count, tail_sum = EXCLUDED.tail_sum,
             tail_denominator = EXCLUDED.tail_denominator, tail_last = EXCLUDED.tail_last,
             tail_last_revision = EXCLUDED.tail_last_revision, tail_earliest = EXCLUDED.tail_earliest,
             tail_latest = EXCLUDED.tail_latest, tail_sketch = EXCLUDED.tail_sketch
       WHERE (w.settled_count, w.settled_sum, w.settled_denominator, w.settled_last, w.settled_last_revision,
              w.settled_earliest, w.settled_latest, w.settled_sketch, w.tail_count, w.tail_sum, w.tail_denominator,
              w.tail_last, w.tail_last_revision, w.tail_earliest, w.tail_latest, w.tail_sketch)
          IS DISTINCT FROM
             (EXCLUDED.settled_count, EXCLUDED.settled_sum, EXCLUDED.settled_denominator, EXCLUDED.settled_last,
              EXCLUDED.settled_last_revision, EXCLUDED.settled_earliest, EXCLUDED.settled_latest,
              EXCLUDED.settled_sketch, EXCLUDED.tail_count, EXCLUDED.tail_sum, EXCLUDED.tail_denominator,
              EXCLUDED.tail_last, EXCLUDED.tail_last_revision, EXCLUDED.tail_earliest, EXCLUDED.tail_latest,
              EXCLUDED.tail_sketch)\
      """;

  private static final Comparator<Entry> KEY_ORDER =
      Comparator.<Entry>comparingLong(entry -> entry.step.row().id())
          .thenComparing(entry -> entry.series)
          .thenComparing(entry -> entry.change.key().grain())
          .thenComparing(entry -> entry.change.key().start());

  private record Entry(AppliedCommits step, UUID series, WindowChange change) {}

  private WindowRows() {}

  /** Writes the windows of all steps with one statement; a window that is as it was stays. */
  static void write(Session session, List<AppliedCommits> steps) throws SQLException {
    List<Entry> entries =
        steps.stream().flatMap(step -> entries(step).stream()).sorted(KEY_ORDER).toList();
    if (!entries.isEmpty()) {
      session.change(WRITE, columns(entries));
    }
  }

  /** The fixed-size key of a window's series. */
  static UUID series(WindowKey key) {
    return Digest.of(key.stratum().urn(), key.metric(), Json.text(key.attributes().values()));
  }

  static WindowChange read(Row row) throws SQLException {
    WindowKey key =
        new WindowKey(
            new Stratum(row.text("stratum")),
            row.text("metric"),
            Json.attributes(row.text("attributes")),
            Grain.valueOf(row.text("grain")),
            row.instant("start"));
    return new WindowChange(key, partial(row, "settled"), partial(row, "tail"));
  }

  private static List<Entry> entries(AppliedCommits step) {
    return step.windows().stream()
        .map(change -> new Entry(step, series(change.key()), change))
        .toList();
  }

  private static Object[] columns(Collection<Entry> entries) {
    Columns<Entry> columns =
        Columns.of(entries)
            .bigint(entry -> entry.step.row().id())
            .uuid(entry -> entry.step.organisation())
            .bigint(entry -> entry.step.revision())
            .uuid(Entry::series)
            .text(entry -> entry.change.key().stratum().urn())
            .text(entry -> entry.change.key().metric())
            .text(entry -> Json.text(entry.change.key().attributes().values()))
            .text(entry -> entry.change.key().grain().name())
            .bigint(entry -> entry.change.key().start().getEpochSecond());
    partial(columns, entry -> entry.change.settled());
    partial(columns, entry -> entry.change.tail());
    return columns.parameters();
  }

  private static void partial(Columns<Entry> columns, Function<Entry, Partial> part) {
    columns
        .bigint(entry -> part.apply(entry).count())
        .number(entry -> part.apply(entry).sum())
        .number(entry -> part.apply(entry).denominator())
        .number(entry -> part.apply(entry).last())
        .bigint(entry -> part.apply(entry).lastRevision())
        .bigint(entry -> time(part.apply(entry), part.apply(entry).earliest()))
        .bigint(entry -> time(part.apply(entry), part.apply(entry).latest()))
        .bytes(entry -> part.apply(entry).sketch().array());
  }

  private static @Nullable Long time(Partial partial, Instant instant) {
    return partial.isEmpty() ? null : Nanoseconds.of(instant);
  }

  private static Partial partial(Row row, String part) throws SQLException {
    long count = row.bigint(part + "_count");
    if (count == 0) {
      return Partial.empty();
    }
    return new Partial(
        count,
        row.number(part + "_sum"),
        row.number(part + "_denominator"),
        row.number(part + "_last"),
        row.bigint(part + "_last_revision"),
        Nanoseconds.instant(row.bigint(part + "_earliest")),
        Nanoseconds.instant(row.bigint(part + "_latest")),
        row.maybeBytes(part + "_sketch").map(Bytes::wrap).orElse(Bytes.empty()));
  }
}
