// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A statement on a database of Redshift. For one thread. */
interface Statement {
  /** A warehouse that rests takes minutes to wake. */
  Duration LONGEST = Duration.ofMinutes(5);

  /** One that may take long, asked as the settings say. */
  static Statement on(Warehouse warehouse, Session session) {
    return session.scope().login().access() == WarehouseLogin.Access.SQL
        ? new WireStatement(session, warehouse, LONGEST)
        : new DataStatement(session, warehouse, LONGEST);
  }

  /** The same, given up after a while. */
  Statement within(Duration most);

  /**
   * Runs it and hands over its rows.
   *
   * @param parameters by name; the text has {@code :name} for those it needs
   */
  List<SqlRow> rows(String sql, Map<String, String> parameters);
}
