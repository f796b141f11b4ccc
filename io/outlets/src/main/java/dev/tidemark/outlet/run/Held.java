// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.run;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.outlet.EventType;
import dev.tidemark.postgres.crypto.Sealed;
import dev.tidemark.postgres.database.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * An outlet this runner has the right to tell events.
 *
 * @param lease the right; whoever comes after has another
 * @param version changes with its settings
 * @param attempts failed ones since the last success
 */
record Held(
    UUID id,
    OrganisationId organisation,
    UUID lease,
    String type,
    String name,
    Sealed settings,
    List<String> events,
    long version,
    int attempts) {
  Held {
    events = List.copyOf(events);
  }

  static Held read(Row row) throws SQLException {
    return new Held(
        row.uuid("id"),
        new OrganisationId(row.uuid("organisation_id")),
        row.uuid("lease"),
        row.text("outlet_type"),
        row.text("name"),
        Sealed.parse(row.text("settings")),
        row.texts("events"),
        row.bigint("version"),
        (int) row.bigint("attempts"));
  }

  boolean wants(EventType type) {
    return events.contains(type.word());
  }
}
