// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.spi.ConnectorException;
import java.time.Instant;
import java.util.Set;

/**
 * Finds the rows a page goes on with: those of the pass's statement, or of one that is run now. A
 * statement that names what the account does not show is fitted to it and run again.
 *
 * @param sql name of the statement
 */
record SqlReader(String stream, String sql) {
  /** What turns the fitted text into a statement. */
  interface Fitting {
    Query fit(String text);
  }

  ResultRows rows(Session session, Instant upper, String mark, Fitting fitting) {
    return session
        .platform()
        .results()
        .take(stream, upper, mark)
        .orElseGet(() -> run(session, mark, fitting));
  }

  private ResultRows run(Session session, String mark, Fitting fitting) {
    Visible visible = session.platform().visible();
    String text = SqlText.of(sql, visible.predicate());
    try {
      return ResultRows.of(session, fitting.fit(text), mark);
    } catch (ConnectorException failure) {
      if (!Failures.isUnseen(failure)) {
        throw failure;
      }
      visible.look(session, SqlText.tables(sql));
      require(visible);
      String other = SqlText.of(sql, visible.predicate());
      if (other.equals(text)) {
        throw failure;
      }
      return ResultRows.of(session, fitting.fit(other), mark);
    }
  }

  private void require(Visible visible) {
    Set<String> dispensable = SqlText.optional(sql);
    for (String table : SqlText.tables(sql)) {
      if (!dispensable.contains(table) && !visible.predicate().test(table)) {
        throw Failures.unseen(table);
      }
    }
  }
}
