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
  private static final String SAME_PLACE =
      "(o.organisation_id, o.connector_type, o.name, o.stratum)"
          + " = (s.organisation_id, s.connector_type, s.name, s.stratum)";

  /**
   * Left by an earlier connector of the account of stream {@code o}. Looked up one by one: a join
   * may begin with all that was ever left.
   */
  private static final String LEFT_BEFORE =
      "(SELECT s.id FROM stream s WHERE s.connector_id IS NULL AND " + SAME_PLACE + ")";

  /** In the order in which everybody locks them. */
  private static final String LOCK =
      """
      SELECT id, connector_id IS NOT NULL AS own FROM stream
       WHERE id = ANY (ARRAY(SELECT unnest(ARRAY[o.id, %s]) FROM stream o WHERE o.connector_id = ?))
       ORDER BY id FOR UPDATE\
      """
          .formatted(LEFT_BEFORE);

  /**
   * Nothing was ever read there, or another connector reads the same; and what those replace that
   * stay.
   */
  private static final String DISPENSABLE =
      """
      WITH own AS (
        SELECT o.*, o.sequence = 0 AND o.complete_through IS NULL
                    OR EXISTS (SELECT FROM stream s
                                WHERE s.connector_id <> o.connector_id AND s.complete_through IS NOT NULL AND %s) AS goes
          FROM stream o WHERE o.id = ANY (?))
      SELECT id FROM (SELECT CASE WHEN o.goes THEN o.id ELSE %s END AS id FROM own o) AS found
       WHERE id IS NOT NULL\
      """
          .formatted(SAME_PLACE, LEFT_BEFORE);

  /** Answers whose facts are gone. */
  private static final String CLEAR =
      """
      WITH windows AS (DELETE FROM metric_window WHERE stream_id = ANY (?)),
           readings AS (DELETE FROM counter_reading WHERE stream_id = ANY (?)),
           populations AS (DELETE FROM population WHERE stream_id = ANY (?)),
           records AS (DELETE FROM rejected_record WHERE stream_id = ANY (?))
      DELETE FROM asset_fact WHERE stream_id = ANY (?) RETURNING organisation_id, asset\
      """;

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

  /** A stream, and whether it is the connector's still. */
  private record Locked(long id, boolean own) {}

  /**
   * Keeps a connector's streams to this transaction until it ends, and what earlier connectors of
   * the account left of them.
   *
   * @return the rows of its streams
   */
  public static List<Long> lock(Session session, UUID connector) throws SQLException {
    return session
        .list(LOCK, row -> new Locked(row.bigint("id"), row.flag("own")), connector)
        .stream()
        .filter(Locked::own)
        .map(Locked::id)
        .toList();
  }

  /**
   * Takes it away; the streams begin again from their beginning.
   *
   * @param streams the rows of all the connector has, which the caller has locked
   */
  public static void reset(Session session, UUID organisation, List<Long> streams)
      throws SQLException {
    begin(session, organisation, streams);
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
   *
   * @param streams the rows of all the connector has, which the caller has locked
   */
  public static void remove(Session session, UUID organisation, List<Long> streams)
      throws SQLException {
    List<Long> dispensable =
        session.list(DISPENSABLE, row -> row.bigint("id"), Columns.bigints(streams));
    OrganisationRows.invalidate(session, organisation);
    drop(session, dispensable);
    leave(session, streams);
  }

  /** Takes streams away with all that was read; the caller has locked them and invalidated. */
  static void drop(Session session, List<Long> streams) throws SQLException {
    if (!streams.isEmpty()) {
      clear(session, streams);
      session.change("DELETE FROM stream WHERE id = ANY (?)", Columns.bigints(streams));
    }
  }

  /** Leaves those there still are without a connector; the caller has locked them. */
  static void leave(Session session, List<Long> streams) throws SQLException {
    session.change(LEAVE, Columns.bigints(streams));
  }

  private static void clear(Session session, List<Long> streams) throws SQLException {
    Object ids = Columns.bigints(streams);
    List<AssetKey> touched =
        session.list(
            CLEAR,
            row -> new AssetKey(row.uuid("organisation_id"), row.text("asset")),
            ids,
            ids,
            ids,
            ids,
            ids);
    new AssetMerging(session).merge(new TreeSet<>(touched));
  }
}
