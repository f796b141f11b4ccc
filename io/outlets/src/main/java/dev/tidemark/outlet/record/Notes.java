// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.outlet.EventType;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Writes events down, each once, and how things stood when they were told of. */
final class Notes {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final String WRITE =
      """
      INSERT INTO outlet_event (id, organisation_id, type, subject, at, data)
      SELECT ?, ?, ?, ?, ?, ?::jsonb WHERE NOT EXISTS (SELECT FROM outlet_event WHERE id = ?)\
      """;

  private static final String KNOWN = "SELECT id FROM outlet_event WHERE id = ?";

  private static final String TOLD =
      "SELECT state::text AS state FROM outlet_told WHERE organisation_id = ? AND subject = ?";

  private static final String REMEMBER =
      """
      INSERT INTO outlet_told (organisation_id, subject, state) VALUES (?, ?, ?::jsonb)
          ON CONFLICT (organisation_id, subject) DO UPDATE SET state = EXCLUDED.state, told_at = now()\
      """;

  private static final String FORGET =
      "DELETE FROM outlet_told WHERE organisation_id = ? AND subject = ?";

  private final Session session;
  private final Wanted wanted;
  private int written;

  Notes(Session session, Wanted wanted) {
    this.session = session;
    this.wanted = wanted;
  }

  Session session() {
    return session;
  }

  Wanted wanted() {
    return wanted;
  }

  UUID organisation() {
    return wanted.organisation();
  }

  /** How many events were new. */
  int written() {
    return written;
  }

  boolean isKnown(UUID id) throws SQLException {
    return session.find(KNOWN, row -> row.uuid("id"), id).isPresent();
  }

  /** Notes an event unless it is known; with whose it is in front. */
  void write(UUID id, EventType type, String subject, Instant at, ObjectNode data)
      throws SQLException {
    ObjectNode told =
        JSON.createObjectNode()
            .put("organisation", wanted.name())
            .put("organisation_id", organisation().toString());
    told.setAll(data);
    written +=
        session.change(WRITE, id, organisation(), type.word(), subject, at, told.toString(), id);
  }

  /** How a thing stood when it was told of last. */
  Optional<JsonNode> told(String subject) throws SQLException {
    return session.find(TOLD, row -> parse(row.text("state")), organisation(), subject);
  }

  void remember(String subject, JsonNode state) throws SQLException {
    session.change(REMEMBER, organisation(), subject, state.toString());
  }

  void forget(String subject) throws SQLException {
    session.change(FORGET, organisation(), subject);
  }

  /** Which stream a row is of, to begin with. */
  static ObjectNode stream(Row row) throws SQLException {
    return JSON.createObjectNode()
        .put("connector", row.text("connector"))
        .put("connector_id", row.uuid("connector_id").toString())
        .put("connector_type", row.text("connector_type"))
        .put("stream", row.text("stream"))
        .put("platform", row.text("stratum"));
  }

  /** What people call that stream. */
  static String subject(JsonNode stream) {
    return stream.get("connector").asText() + "/" + stream.get("stream").asText();
  }

  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a column of JSON holds none", impossible);
    }
  }
}
