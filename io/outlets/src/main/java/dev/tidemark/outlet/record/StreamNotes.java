// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.outlet.EventType;
import dev.tidemark.postgres.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notes streams that fail and streams that are read again. */
final class StreamNotes {
  private static final String PREFIX = "stream/";

  private static final String FAILING =
      """
      SELECT s.id, c.name AS connector, s.connector_id, s.connector_type, s.name AS stream, s.stratum, s.failing_since,
             s.failure_category, s.failure_message, s.next_try
        FROM stream s JOIN data_connectors c ON c.id = s.connector_id
       WHERE s.organisation_id = ? AND s.failing_since IS NOT NULL ORDER BY s.failing_since, s.id\
      """;

  private static final String TOLD =
      """
      SELECT t.subject, t.state::text AS state, s.caught_up_at, s.last_poll, s.id IS NOT NULL AS present
        FROM outlet_told t LEFT JOIN stream s ON s.id = substr(t.subject, 8)::bigint
       WHERE t.organisation_id = ? AND t.subject LIKE 'stream/%' ORDER BY t.told_at, t.subject\
      """;

  private record Failing(String subject, Instant since, ObjectNode json) {}

  /**
   * A stream that was told to fail.
   *
   * @param polled when it was read last; null if it is there no more
   */
  private record Told(String subject, JsonNode state, @Nullable Instant polled) {}

  private final Notes notes;
  private final Map<String, JsonNode> told = new HashMap<>();

  private StreamNotes(Notes notes) {
    this.notes = notes;
  }

  static void write(Notes notes) throws SQLException {
    new StreamNotes(notes).compare();
  }

  private void compare() throws SQLException {
    var before = notes.session().list(TOLD, StreamNotes::told, notes.organisation());
    before.forEach(it -> told.put(it.subject, it.state));
    Set<String> failing = new HashSet<>();
    for (Failing it : notes.session().list(FAILING, StreamNotes::failing, notes.organisation())) {
      failing.add(it.subject);
      quarantined(it);
    }
    for (Told it : before) {
      if (!failing.contains(it.subject)) {
        recovered(it);
      }
    }
  }

  private void quarantined(Failing stream) throws SQLException {
    if (!told.containsKey(stream.subject)) {
      notes.write(
          EventId.of(
              EventType.STREAM_QUARANTINED, notes.organisation(), stream.subject, stream.since),
          EventType.STREAM_QUARANTINED,
          Notes.subject(stream.json),
          stream.since,
          stream.json);
      notes.remember(stream.subject, stream.json);
    }
  }

  /** A stream that went with its connector did not recover. */
  private void recovered(Told stream) throws SQLException {
    Instant polled = stream.polled;
    if (polled != null) {
      ObjectNode data = stream.state.deepCopy();
      data.remove("next_try");
      notes.write(
          EventId.of(
              EventType.STREAM_RECOVERED,
              notes.organisation(),
              stream.subject,
              stream.state.get("failing_since")),
          EventType.STREAM_RECOVERED,
          Notes.subject(stream.state),
          polled,
          data.put("recovered_at", polled.toString()));
    }
    notes.forget(stream.subject);
  }

  private static Failing failing(Row row) throws SQLException {
    Instant since = row.instant("failing_since");
    String nextTry = row.maybeInstant("next_try").map(Instant::toString).orElse(null);
    ObjectNode json =
        Notes.stream(row)
            .put("failing_since", since.toString())
            .put("category", row.text("failure_category"))
            .put("message", row.text("failure_message"))
            .put("next_try", nextTry);
    return new Failing(PREFIX + row.bigint("id"), since, json);
  }

  private static Told told(Row row) throws SQLException {
    return new Told(
        row.text("subject"),
        Notes.parse(row.text("state")),
        row.flag("present") ? row.maybeInstant("last_poll").orElse(null) : null);
  }
}
