// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Everything that was ever read through a connector. A reset takes it away whole, counts and all. A
 * removal leaves it: the platform it was read from stays in the estate and ages, for otherwise a
 * bad score could be lost by disconnecting.
 */
public final class ConnectorEvidence {
  private static final String STREAMS =
      "SELECT id FROM stream WHERE connector_id = ? ORDER BY id FOR UPDATE";

  private static final String SAME_PLACE =
      "(o.organisation_id, o.connector_type, o.name, o.stratum)"
          + " = (s.organisation_id, s.connector_type, s.name, s.stratum)";

  /**
   * Left by an earlier connector of the same account. Looked up one by one: a join may begin with
   * all that was ever left.
   */
  private static final String OUTLIVED =
      """
      SELECT id FROM (SELECT (SELECT s.id FROM stream s WHERE s.connector_id IS NULL AND %s) AS id
                        FROM stream o WHERE o.connector_id = ?) AS found
       WHERE id IS NOT NULL\
      """
          .formatted(SAME_PLACE);

  private static final String STREAMS_AND_WHAT_THEY_REPLACE =
      """
      SELECT id FROM stream
       WHERE id = ANY (ARRAY(SELECT id FROM stream WHERE connector_id = ? UNION ALL %s))
       ORDER BY id FOR UPDATE\
      """
          .formatted(OUTLIVED);

  /** Nothing was ever read here, or another connector reads the same. */
  private static final String DISPENSABLE =
      """
      SELECT s.id FROM stream s
       WHERE s.connector_id = ?
         AND (s.sequence = 0 AND s.complete_through IS NULL
              OR EXISTS (SELECT FROM stream o
                          WHERE o.connector_id <> s.connector_id AND o.complete_through IS NOT NULL AND %s))\
      """
          .formatted(SAME_PLACE);

  private static final String FACTS =
      "DELETE FROM asset_fact WHERE stream_id = ANY (?) RETURNING organisation_id, asset";

  private static final List<String> THE_REST =
      List.of(
          "DELETE FROM metric_window WHERE stream_id = ANY (?)",
          "DELETE FROM counter_reading WHERE stream_id = ANY (?)",
          "DELETE FROM population WHERE stream_id = ANY (?)",
          "DELETE FROM rejected_record WHERE stream_id = ANY (?)");

  /** A sequence is never used twice: a commit built on the old one cannot fit by accident. */
  private static final String START_AGAIN =
      """
      UPDATE stream
         SET previous_lease = coalesce(lease, previous_lease), previous_epoch = job_epoch, lease = NULL,
             sequence = sequence + 1, cursor = '{}', fingerprint = NULL, complete_through = NULL, caught_up_at = NULL,
             caught_up_with = NULL,
             failing_since = NULL, failure_category = NULL, failure_message = NULL, next_try = NULL
       WHERE id = ANY (?)\
      """;

  /** Nothing fails any more where nothing is tried; what is there only ages. */
  private static final String LEAVE =
      """
      UPDATE stream
         SET connector_id = NULL, left_connector = connector_id, left_at = now(),
             previous_lease = coalesce(lease, previous_lease), previous_epoch = job_epoch, lease = NULL,
             failing_since = NULL, failure_category = NULL, failure_message = NULL, next_try = NULL
       WHERE id = ANY (?)\
      """;

  private ConnectorEvidence() {}

  /** Takes it away; the streams begin again from their beginning. */
  public static void reset(Session session, UUID organisation, UUID connector) throws SQLException {
    begin(session, organisation, ids(session, STREAMS, connector));
  }

  /**
   * Takes away what one stream read; it begins again from its beginning.
   *
   * @param stream the id of its row
   */
  public static void rewind(Session session, UUID organisation, long stream) throws SQLException {
    session.list("SELECT id FROM stream WHERE id = ? FOR UPDATE", row -> row.bigint("id"), stream);
    begin(session, organisation, List.of(stream));
  }

  private static void begin(Session session, UUID organisation, List<Long> streams)
      throws SQLException {
    OrganisationRows.invalidate(session, organisation);
    clear(session, streams);
    session.change(START_AGAIN, Columns.bigints(streams));
  }

  /**
   * Leaves it behind without a connector. What another connector reads as well, and streams that
   * never brought anything, are taken away.
   */
  public static void remove(Session session, UUID organisation, UUID connector)
      throws SQLException {
    session.list(STREAMS_AND_WHAT_THEY_REPLACE, row -> row.bigint("id"), connector, connector);
    OrganisationRows.invalidate(session, organisation);
    drop(session, ids(session, DISPENSABLE, connector));
    drop(session, ids(session, OUTLIVED, connector));
    leave(session, ids(session, STREAMS, connector));
  }

  /** Takes streams away with all that was read; the caller has locked them and invalidated. */
  static void drop(Session session, List<Long> streams) throws SQLException {
    if (!streams.isEmpty()) {
      clear(session, streams);
      session.change("DELETE FROM stream WHERE id = ANY (?)", Columns.bigints(streams));
    }
  }

  /** Leaves streams without a connector; the caller has locked them. */
  static void leave(Session session, List<Long> streams) throws SQLException {
    session.change(LEAVE, Columns.bigints(streams));
  }

  private static List<Long> ids(Session session, String sql, UUID connector) throws SQLException {
    return session.list(sql, row -> row.bigint("id"), connector);
  }

  private static void clear(Session session, List<Long> streams) throws SQLException {
    List<AssetKey> touched =
        session.list(
            FACTS,
            row -> new AssetKey(row.uuid("organisation_id"), row.text("asset")),
            Columns.bigints(streams));
    new AssetMerging(session).merge(new TreeSet<>(touched));
    for (String part : THE_REST) {
      session.change(part, Columns.bigints(streams));
    }
  }
}
