// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** What commits change in the rows of streams and connectors. */
final class StreamUpdates {
  private static final String WITHDRAW =
      "UPDATE stream SET lease = NULL, previous_lease = lease, previous_epoch = job_epoch WHERE id"
          + " = ANY (?)";

  private static final String ADVANCE =
      """
      UPDATE stream s
         SET sequence = u.sequence, cursor = u.cursor, fingerprint = u.fingerprint, revision = u.revision,
             complete_through = greatest(s.complete_through, u.complete_through), committed_at = now(),
             caught_up_at = CASE WHEN s.caught_up_with <= u.sequence THEN now() ELSE s.caught_up_at END,
             caught_up_with = CASE WHEN s.caught_up_with > u.sequence THEN s.caught_up_with END
        FROM unnest(?::int8[], ?::int8[], ?::text[], ?::uuid[], ?::int8[], ?::timestamptz[])
          AS u (id, sequence, cursor, fingerprint, revision, complete_through)
       WHERE s.id = u.id\
      """;

  /** For people only, so at most every ten seconds. */
  private static final String SYNCED =
      """
      UPDATE data_connectors SET last_sync_date = now()
       WHERE id IN (SELECT id FROM data_connectors
                     WHERE id = ANY (?) AND (last_sync_date IS NULL OR last_sync_date < now() - interval '10 s')
                     ORDER BY id FOR NO KEY UPDATE)\
      """;

  private StreamUpdates() {}

  /** Takes leases away from rows whose holder commits what cannot follow. */
  static void withdraw(Session session, List<Long> streams) throws SQLException {
    if (!streams.isEmpty()) {
      session.change(WITHDRAW, Columns.bigints(streams));
    }
  }

  static void advance(Session session, List<AppliedCommits> steps) throws SQLException {
    session.change(
        ADVANCE,
        Columns.of(steps)
            .bigint(step -> step.row().id())
            .bigint(step -> step.last().sequence())
            .text(step -> step.last().cursor().json())
            .uuid(AppliedCommits::fingerprint)
            .bigint(AppliedCommits::revision)
            .instant(AppliedCommits::completeThrough)
            .parameters());
    session.change(SYNCED, Columns.uuids(connectors(steps)));
  }

  private static List<UUID> connectors(List<AppliedCommits> steps) {
    return steps.stream()
        .map(step -> step.row().stream().connector().value())
        .distinct()
        .sorted()
        .toList();
  }
}
