// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/**
 * A statement of a source's users, and what is to be noted of it.
 *
 * @param subject the table it is about
 * @param what it does to the table; use, if it only reads or changes rows
 */
record Act(String statement, String subject, String what, String value) {
  private static final String USE = "use";

  /** Reads or changes rows of a table. */
  static Act use(String statement, int table) {
    return new Act(statement, "shop.t" + table, USE, "");
  }

  /** Does it, and notes when that was and what came of it. */
  void perform(Statement session, Journal journal) throws SQLException {
    Instant from = Instant.now();
    session.execute(statement);
    Instant to = Instant.now();
    if (what.equals(USE)) {
      noteUse(from, to, Math.max(0, session.getUpdateCount()), journal);
    } else {
      journal.note(new Entry(from, to, subject, what, value));
    }
  }

  /** Whatever is not an insertion looks at the table once; whatever it is, it is a query. */
  private void noteUse(Instant from, Instant to, int rows, Journal journal) {
    journal.note(new Entry(from, to, subject, "query", "1"));
    if (!statement.startsWith("INSERT")) {
      journal.note(new Entry(from, to, subject, "read", "1"));
    }
    journal.note(new Entry(from, to, subject, "write", Integer.toString(rows)));
  }
}
