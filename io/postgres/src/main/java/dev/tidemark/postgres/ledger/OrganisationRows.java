// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The revision of organisations. */
public final class OrganisationRows {
  private static final String ADVANCE =
      """
      WITH turn AS (SELECT id FROM organisation WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE)
      UPDATE organisation o SET revision = o.revision + 1 FROM turn WHERE o.id = turn.id
      RETURNING o.id, o.revision\
      """;

  private static final String INVALIDATE =
      "UPDATE organisation SET revision = revision + 1, whole_from = revision + 1, basis = basis +"
          + " 1 WHERE id = ?";

  private static final String TOUCH =
      "UPDATE organisation SET revision = revision + 1, basis = basis + 1 WHERE id = ?";

  private record Revision(UUID organisation, long number) {}

  private OrganisationRows() {}

  /**
   * Moves organisations to their next revision and keeps them to this transaction until it ends.
   *
   * @return the new revisions
   */
  static Map<UUID, Long> advance(Session session, Collection<UUID> organisations)
      throws SQLException {
    if (organisations.isEmpty()) {
      return Map.of();
    }
    List<Revision> revisions =
        session.list(
            ADVANCE,
            row -> new Revision(row.uuid("id"), row.bigint("revision")),
            Columns.uuids(organisations));
    return revisions.stream().collect(Collectors.toMap(Revision::organisation, Revision::number));
  }

  /**
   * Moves an organisation on because something is gone: whoever has it cached reads it anew, and it
   * is scored.
   */
  public static void invalidate(Session session, UUID organisation) throws SQLException {
    session.change(INVALIDATE, organisation);
  }

  /** Has an organisation scored anew because what scores rest on besides evidence has changed. */
  public static void touch(Session session, UUID organisation) throws SQLException {
    session.change(TOUCH, organisation);
  }
}
