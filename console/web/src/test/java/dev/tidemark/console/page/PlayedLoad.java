// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.page;

import dev.tidemark.embedded.Database;
import dev.tidemark.model.OrganisationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A large installation, as the script says that the API's tests of speed fill a database with.
 *
 * @param large whose connectors and streams are many
 * @param scored who has a year of closes, as a thousand others
 */
record PlayedLoad(OrganisationId large, OrganisationId scored) {
  /** Takes minutes: nothing here waits for it with less patience. */
  void fill(Database database, Path script) throws IOException, SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password().reveal());
        Statement statement = connection.createStatement()) {
      // What constraints and triggers would do row by row is not what is measured.
      statement.execute("SET session_replication_role = replica");
      statement.execute(named(Files.readString(script)));
      statement.execute("VACUUM ANALYZE");
    }
  }

  private String named(String sql) {
    return sql.replace(":large", quoted(large)).replace(":scored", quoted(scored));
  }

  private static String quoted(OrganisationId id) {
    return "'" + id + "'::uuid";
  }
}
