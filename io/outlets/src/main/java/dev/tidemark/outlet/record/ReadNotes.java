// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.outlet.EventType;
import dev.tidemark.postgres.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Notes what each stream read in each hour of UTC, once the hour is over and its reports are in.
 */
final class ReadNotes {
  private static final String HOURS =
      """
      SELECT s.id, s.connector_id, s.connector_type, s.name AS stream, s.stratum, c.name AS connector, s.failure_message,
             l.hour, l.polls, l.failures, l.pages, l.records, l.bytes, l.calls
        FROM sync_log l JOIN stream s ON s.id = l.stream_id JOIN data_connectors c ON c.id = s.connector_id
       WHERE l.organisation_id = ? AND l.hour >= greatest(date_trunc('hour', ?::timestamptz), now() - interval '2 days')
         AND l.hour + interval '65 minutes' <= now() AND l.polls > 0
       ORDER BY l.hour, s.id\
      """;

  private record Hour(long stream, Instant start, ObjectNode json) {}

  private ReadNotes() {}

  static void write(Notes notes) throws SQLException {
    Wanted wanted = notes.wanted();
    for (Hour hour :
        notes.session().list(HOURS, ReadNotes::hour, wanted.organisation(), wanted.since())) {
      UUID id = EventId.of(EventType.STREAM_READ, wanted.organisation(), hour.stream, hour.start);
      Instant end = hour.start.plus(1, ChronoUnit.HOURS);
      notes.write(id, EventType.STREAM_READ, Notes.subject(hour.json), end, hour.json);
    }
  }

  private static Hour hour(Row row) throws SQLException {
    Instant start = row.instant("hour");
    boolean failed = row.bigint("failures") > 0 && row.bigint("pages") == 0;
    ObjectNode json =
        Notes.stream(row)
            .put("from", start.toString())
            .put("to", start.plus(1, ChronoUnit.HOURS).toString())
            .put("failed", failed)
            .put("message", failed ? row.maybeText("failure_message").orElse(null) : null)
            .put("polls", row.bigint("polls"))
            .put("failures", row.bigint("failures"))
            .put("pages", row.bigint("pages"))
            .put("records", row.bigint("records"))
            .put("bytes", row.bigint("bytes"))
            .put("calls", row.bigint("calls"));
    return new Hour(row.bigint("id"), start, json);
  }
}
