// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.authoring.PageDraft;
import java.sql.SQLException;
import java.util.List;

/** Reads tables of one database into a page. */
record TablesQuery(Session session, Database database, PageDraft draft) {
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /** Reads the tables whose keys come after {@code place}, as far as the page has room. */
  void run(String place) {
    String after =
        place.startsWith(database.prefix()) ? place.substring(database.prefix().length()) : "";
    try {
      runOrWithoutSizes(after);
    } catch (SQLException failure) {
      throw session.owner().failures().of(failure, database.name());
    }
  }

  /**
   * Asking for a size waits for locks such as ALTER TABLE takes. Tables that are locked are known
   * beforehand; where one is locked between the two, the page does without sizes.
   */
  private void runOrWithoutSizes(String after) throws SQLException {
    int before = draft.room();
    try {
      rows(after, true);
    } catch (SQLException failure) {
      if (!LOCK_NOT_AVAILABLE.equals(failure.getSQLState()) || draft.room() < before) {
        throw failure;
      }
      session.connection().rollback();
      rows(after, false);
    }
  }

  private void rows(String after, boolean sizes) throws SQLException {
    session.stream(
        Query.of("tables", session.major()),
        List.of(after, draft.room(), sizes, sizes, sizes),
        row -> KeyedRows.add(database.prefix() + row.getString(1), row.getString(2), draft));
  }
}
