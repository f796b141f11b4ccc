// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Dead letters in their table, with what is known of their streams. */
final class DeadLetterRows {
  private static final String FIND =
      """
      SELECT r.id, r.organisation_id, r.connector_id, r.stream, r.connector_type, r.record_key, r.reason, r.times,
             r.observed_at, r.seen_at, r.replay_asked_at, octet_length(r.payload) AS bytes, c.name AS connector, c.status,
             CASE WHEN r.replayed_at IS NOT NULL THEN 'COUNTED'
                  WHEN r.standing IS NULL THEN 'NOT_NOTED'
                  WHEN r.standing = 'SHOWN AGAIN' THEN 'SHOWN_AGAIN'
                  WHEN s.connector_id IS DISTINCT FROM r.connector_id THEN 'LEFT_BEHIND'
                  WHEN r.replay_asked_at IS NOT NULL THEN 'WAITING'
                  ELSE 'POSSIBLE' END AS replay,
             greatest(r.replayed_at, r.refused_at) AS answered_at
        FROM rejected_record r
        JOIN data_connectors c ON c.id = r.connector_id
        LEFT JOIN stream s ON s.id = r.stream_id
       WHERE r.organisation_id = ? AND %s
      """;

  private DeadLetterRows() {}

  /** Those meant, the newest first, at most so many. */
  static List<DeadLetter> newest(
      Session session, OrganisationId organisation, LetterChoice choice, int most)
      throws SQLException {
    List<Object> parameters = parameters(organisation, choice);
    parameters.add(most);
    return list(session, choice, "ORDER BY r.kept_at DESC, r.id LIMIT ?", parameters);
  }

  /** Those meant, so that nobody else changes them meanwhile. */
  static List<DeadLetter> locked(Session session, OrganisationId organisation, LetterChoice choice)
      throws SQLException {
    return list(session, choice, "ORDER BY r.id FOR UPDATE OF r", parameters(organisation, choice));
  }

  private static List<DeadLetter> list(
      Session session, LetterChoice choice, String rest, List<Object> parameters)
      throws SQLException {
    String sql = FIND.formatted(choice.condition()) + rest;
    return session.list(sql, DeadLetterRows::read, parameters.toArray());
  }

  private static List<Object> parameters(OrganisationId organisation, LetterChoice choice) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(organisation.value());
    parameters.addAll(choice.parameters());
    return parameters;
  }

  private static DeadLetter read(Row row) throws SQLException {
    StreamId stream =
        new StreamId(
            new OrganisationId(row.uuid("organisation_id")),
            new ConnectorId(row.uuid("connector_id")),
            row.text("stream"));
    return new DeadLetter(
        row.uuid("id"),
        row.text("connector"),
        stream,
        row.text("connector_type"),
        row.text("record_key"),
        row.text("reason"),
        Replayability.valueOf(row.text("replay")),
        row.bigint("times"),
        row.bigint("bytes"),
        row.instant("observed_at"),
        row.instant("seen_at"),
        row.maybeInstant("replay_asked_at").orElse(null),
        row.maybeInstant("answered_at").orElse(null),
        DeadLetter.Reading.valueOf(row.text("status")));
  }
}
