// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.util.UUID;

/** Who read or changed what a connector connects with; written with the deed or not at all. */
public final class AccessAudit {
  private static final String WRITE =
      """
      INSERT INTO connector_access_audit (organisation_id, connector_id, actor, action, purpose)
      VALUES (?, ?, coalesce(nullif(current_setting('tidemark.actor', true), ''), session_user), ?, ?)\
      """;

  private AccessAudit() {}

  public static void write(
      Session session, UUID organisation, UUID connector, String action, String purpose)
      throws SQLException {
    session.change(WRITE, organisation, connector, action, purpose);
  }
}
