// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** Everything that was ever read through a connector: taken away whole, counts and all. */
public final class ConnectorEvidence {
  private static final String STREAMS =
      "SELECT id FROM stream WHERE connector_id = ? ORDER BY id FOR UPDATE";

  private static final String FACTS =
      "DELETE FROM asset_fact WHERE stream_id = ANY (?) RETURNING organisation_id, asset";

  private static final List<String> THE_REST =
      List.of(
          "DELETE FROM metric_window WHERE stream_id = ANY (?)",
          "DELETE FROM counter_reading WHERE stream_id = ANY (?)",
          "DELETE FROM population WHERE stream_id = ANY (?)");

  /** A sequence is never used twice: a commit built on the old one cannot fit by accident. */
  private static final String START_AGAIN =
      """
      UPDATE stream
         SET previous_lease = coalesce(lease, previous_lease), previous_epoch = job_epoch, lease = NULL,
             sequence = sequence + 1, cursor = '{}', fingerprint = NULL, complete_through = NULL, caught_up_at = NULL,
             failing_since = NULL, failure_category = NULL, failure_message = NULL, next_try = NULL
       WHERE id = ANY (?)\
      """;

  private ConnectorEvidence() {}

  /** Takes it away; the streams begin again from their beginning. */
  public static void reset(Session session, UUID organisation, UUID connector) throws SQLException {
    List<Long> streams = removed(session, organisation, connector);
    session.change(START_AGAIN, Columns.bigints(streams));
  }

  /** Takes it away, and the streams with it. */
  public static void remove(Session session, UUID organisation, UUID connector)
      throws SQLException {
    List<Long> streams = removed(session, organisation, connector);
    session.change("DELETE FROM stream WHERE id = ANY (?)", Columns.bigints(streams));
  }

  private static List<Long> removed(Session session, UUID organisation, UUID connector)
      throws SQLException {
    List<Long> streams = session.list(STREAMS, row -> row.bigint("id"), connector);
    OrganisationRows.invalidate(session, organisation);
    List<AssetKey> touched =
        session.list(
            FACTS,
            row -> new AssetKey(row.uuid("organisation_id"), row.text("asset")),
            Columns.bigints(streams));
    new AssetMerging(session).merge(new TreeSet<>(touched));
    for (String part : THE_REST) {
      session.change(part, Columns.bigints(streams));
    }
    return streams;
  }
}
