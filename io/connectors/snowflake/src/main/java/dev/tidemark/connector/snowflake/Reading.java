// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;

/**
 * What it takes to read a page: a session, what the account shows, and what the settings mean.
 *
 * @param stratum what names of persons are hashed with
 */
record Reading(
    Session session,
    Visible visible,
    KeptRows kept,
    Scope scope,
    String stratum,
    Failures failures) {
  /** The statement of that name, fitted to what can be seen. */
  String sql(String name) {
    Predicate<String> shown = what -> visible.shows(what, session);
    return Query.filled(Query.of(name, shown), scope::list);
  }

  /** Refuses where a view that is needed cannot be seen. */
  void require(List<View> views) {
    for (View view : views) {
      if (!visible.shows(view, session)) {
        throw failures.invisible(view);
      }
    }
  }

  RowJson json(List<Column> columns) {
    return new RowJson(columns, stratum);
  }

  /**
   * Runs a statement for the rows a stream goes on with, which teaches how to ask the next time.
   */
  FoundRows found(String stream, Ask ask, FoundRows found, Finding finding) {
    try {
      session.rows(ask.sql(), ask.parameters(), row -> found.add(finding.row(row)));
    } catch (RuntimeException failure) {
      found.drop();
      throw failure;
    }
    found.complete(ask.most());
    kept.pace(stream).learn(found);
    return found;
  }

  /**
   * A statement.
   *
   * @param most rows it is asked for
   */
  record Ask(String sql, List<?> parameters, int most) {}

  /** Makes a row of a stream from one of a result. */
  @FunctionalInterface
  interface Finding {
    FoundRows.Row row(ResultSet row) throws SQLException;
  }
}
