// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.ledger.Recount;
import java.util.List;

/** Recounts assets from the facts, to see that the counts kept up with them. */
public final class Reconciliation {
  private final Database database;

  Reconciliation(Database database) {
    this.database = database;
  }

  /**
   * Merges every asset of an organisation anew and counts them, in one snapshot.
   *
   * @return what differs from what is kept, for people; must be empty
   */
  public List<String> differences(OrganisationId organisation) {
    return database.snapshot(session -> new Recount(session, organisation.value()).differences());
  }
}
