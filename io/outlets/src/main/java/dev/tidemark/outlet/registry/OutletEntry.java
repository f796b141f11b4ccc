// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.registry;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outlet as it stands, without its settings.
 *
 * @param status {@code ACTIVE}, {@code PAUSED} or {@code STOPPED}
 * @param waiting events it was not told yet
 * @param deadLetters events it was given up on
 * @param failure why it took nothing at the last try; null where it did
 */
public record OutletEntry(
    UUID id,
    OrganisationId organisation,
    String type,
    String name,
    String status,
    List<String> events,
    long version,
    long delivered,
    long waiting,
    long deadLetters,
    @Nullable Instant lastDelivered,
    @Nullable Instant failingSince,
    @Nullable Instant nextTry,
    @Nullable String failure) {
  static final String COLUMNS =
      """
      SELECT o.id, o.organisation_id, o.outlet_type, o.name, o.status, o.events, o.version, o.delivered, o.last_delivered_at,
             o.failing_since, o.next_try, o.failure_message,
             (SELECT count(*) FROM outlet_event e WHERE e.organisation_id = o.organisation_id AND e.position > o.position
                                                    AND e.type = ANY (o.events)) AS waiting,
             (SELECT count(*) FROM outlet_dead_letter l WHERE l.outlet_id = o.id) AS dead_letters
        FROM outlets o\
      """;

  public OutletEntry {
    events = List.copyOf(events);
  }

  static OutletEntry read(Row row) throws SQLException {
    return new OutletEntry(
        row.uuid("id"),
        new OrganisationId(row.uuid("organisation_id")),
        row.text("outlet_type"),
        row.text("name"),
        row.text("status"),
        row.texts("events"),
        row.bigint("version"),
        row.bigint("delivered"),
        row.bigint("waiting"),
        row.bigint("dead_letters"),
        row.maybeInstant("last_delivered_at").orElse(null),
        row.maybeInstant("failing_since").orElse(null),
        row.maybeInstant("next_try").orElse(null),
        row.maybeText("failure_message").orElse(null));
  }
}
