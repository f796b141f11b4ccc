// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.outlet.EventType;
import dev.tidemark.outlet.OutletEvent;
import dev.tidemark.postgres.database.Row;
import java.sql.SQLException;

/** Events as rows. */
public final class EventRows {
  private EventRows() {}

  /** A row of {@code outlet_event}, or of another table under its names. */
  public static OutletEvent read(Row row) throws SQLException {
    String type = row.text("type");
    return new OutletEvent(
        row.bigint("position"),
        row.uuid("id"),
        new OrganisationId(row.uuid("organisation_id")),
        EventType.find(type)
            .orElseThrow(() -> new IllegalStateException("an event is of unknown type " + type)),
        row.text("subject"),
        row.instant("at"),
        (ObjectNode) Notes.parse(row.text("data")));
  }
}
