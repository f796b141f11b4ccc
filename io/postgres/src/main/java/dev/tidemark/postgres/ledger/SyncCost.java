// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.model.stream.CostUnit;
import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Session;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What reading cost by the platforms' own units, by stream, hour and unit. */
final class SyncCost {
  private static final String ADD =
      """
      INSERT INTO sync_cost AS c (stream_id, organisation_id, hour, unit, amount)
      SELECT stream_id, organisation_id, date_trunc('hour', at, 'UTC'), unit, sum(amount::numeric)
        FROM unnest(?::int8[], ?::uuid[], ?::timestamptz[], ?::text[], ?::text[])
          AS u (stream_id, organisation_id, at, unit, amount)
       GROUP BY 1, 2, 3, 4 ORDER BY 1, 3, 4
          ON CONFLICT (stream_id, hour, unit) DO UPDATE SET amount = c.amount + EXCLUDED.amount\
      """;

  private static final String SPENT =
      """
      SELECT connector_id, unit, sum(amount)::text AS amount
        FROM (SELECT s.connector_id, c.unit, c.amount, c.hour
                FROM sync_cost c JOIN stream s ON s.id = c.stream_id
               UNION ALL
              SELECT s.connector_id, taken.unit, taken.amount, l.hour
                FROM sync_log l JOIN stream s ON s.id = l.stream_id
                JOIN data_connectors d ON d.id = s.connector_id
               CROSS JOIN LATERAL (VALUES ('calls', l.calls), ('bytes', l.bytes)) taken (unit, amount)
               WHERE d.budget ?? taken.unit) spent
       WHERE connector_id = ANY (?) AND hour >= ? GROUP BY 1, 2\
      """;

  private record Addition(SyncLog.Entry entry, CostUnit unit, BigDecimal amount) {}

  private SyncCost() {}

  static void add(Session session, List<SyncLog.Entry> entries) throws SQLException {
    List<Addition> additions = entries.stream().flatMap(SyncCost::additions).toList();
    if (!additions.isEmpty()) {
      session.change(
          ADD,
          Columns.of(additions)
              .bigint(it -> it.entry.stream())
              .uuid(it -> it.entry.organisation())
              .instant(it -> it.entry.at())
              .text(it -> it.unit.name())
              .text(it -> it.amount.toPlainString())
              .parameters());
    }
  }

  /** What connectors cost from an hour on; calls and bytes where their budget names them. */
  static Map<ConnectorId, Cost> spent(
      Session session, Collection<ConnectorId> connectors, Instant since) throws SQLException {
    Map<ConnectorId, Cost> spent = new HashMap<>();
    session.list(
        SPENT,
        row ->
            spent.merge(
                new ConnectorId(row.uuid("connector_id")),
                Cost.of(row.text("unit"), new BigDecimal(row.text("amount"))),
                Cost::plus),
        Columns.uuids(connectors.stream().map(ConnectorId::value).toList()),
        since);
    return spent;
  }

  private static java.util.stream.Stream<Addition> additions(SyncLog.Entry entry) {
    return entry.volume().cost().amounts().entrySet().stream()
        .map(amount -> new Addition(entry, amount.getKey(), amount.getValue()));
  }
}
