// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.record;

import dev.tidemark.outlet.EventType;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What the outlets of an organisation want to be told, paused ones too.
 *
 * @param since when the first of them was added: what was before is nobody's news
 */
record Wanted(UUID organisation, String name, Set<String> events, Instant since) {
  private static final String ALL =
      """
      SELECT o.id, o.name, array_agg(DISTINCT wanted) AS events, min(l.created_at) AS since
        FROM outlets l JOIN organisation o ON o.id = l.organisation_id CROSS JOIN unnest(l.events) AS wanted
       GROUP BY o.id ORDER BY o.id\
      """;

  Wanted {
    events = Set.copyOf(events);
  }

  static List<Wanted> all(Session session) throws SQLException {
    return session.list(ALL, Wanted::read);
  }

  boolean wants(EventType type) {
    return events.contains(type.word());
  }

  private static Wanted read(Row row) throws SQLException {
    return new Wanted(
        row.uuid("id"), row.text("name"), Set.copyOf(row.texts("events")), row.instant("since"));
  }
}
