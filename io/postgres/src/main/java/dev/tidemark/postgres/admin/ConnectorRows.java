// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.ledger.Costs;
import dev.tidemark.postgres.ledger.Intervals;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Connectors as rows. */
final class ConnectorRows {
  private static final String SELECT =
      """
      SELECT id, organisation_id, connector_type, name, status, streams, intervals::text, budget::text, version, last_sync_date, created_at
        FROM data_connectors WHERE\
      """;

  private static final String LIST = SELECT + " organisation_id = ? ORDER BY name";
  private static final String FIND = SELECT + " id = ?";

  private ConnectorRows() {}

  static List<ConnectorEntry> of(Database database, OrganisationId organisation) {
    return database.list(LIST, ConnectorRows::read, organisation.value());
  }

  static Optional<ConnectorEntry> find(Database database, ConnectorId connector) {
    return database.find(FIND, ConnectorRows::read, connector.value());
  }

  private static ConnectorEntry read(Row row) throws SQLException {
    return new ConnectorEntry(
        new ConnectorId(row.uuid("id")),
        new OrganisationId(row.uuid("organisation_id")),
        row.text("connector_type"),
        row.text("name"),
        row.text("status"),
        Set.copyOf(row.texts("streams")),
        Intervals.parse(row.text("intervals")),
        Costs.parse(row.text("budget")),
        row.bigint("version"),
        row.maybeInstant("last_sync_date").orElse(null),
        row.instant("created_at"));
  }
}
