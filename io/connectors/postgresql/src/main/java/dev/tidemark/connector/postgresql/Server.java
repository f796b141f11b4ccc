// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import java.util.List;
import java.util.stream.Collectors;

/** A server as streams read it. Safe for use by several threads. */
record Server(Sessions sessions, Databases databases, StatementStatistics statements) {
  Server(Sessions sessions, Databases databases) {
    this(sessions, databases, new StatementStatistics(sessions, databases));
  }

  /** The numbers of databases as an array parameter. */
  static String numbers(List<Database> databases) {
    return databases.stream()
        .map(database -> Long.toString(database.oid()))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
