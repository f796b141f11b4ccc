// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.authoring.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The databases to read, in the order of their keys. */
record Databases(Names names) {
  /** Asks the server; templates and databases closed to connections are no part of the estate. */
  List<Database> list(Session session) {
    List<Database> databases = new ArrayList<>();
    session.rows("databases_to_read", List.of(), row -> databases.add(read(row)));
    return databases.stream()
        .filter(database -> names.contains(database.name()))
        .sorted(Comparator.comparing(Database::prefix))
        .toList();
  }

  private static Database read(ResultSet row) throws SQLException {
    return new Database(
        row.getLong("oid"),
        row.getString("datname"),
        row.getString("encoded"),
        row.getBoolean("connectable") ? Database.Connectable.YES : Database.Connectable.NO);
  }
}
