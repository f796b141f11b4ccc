// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Whether the tables there are the ones this build works with. */
public final class SchemaVersion {
  /** The number of the last migration of this build. */
  public static final int EXPECTED = 25;

  /** The oldest server it works with. */
  static final int OLDEST_SERVER = 14;

  private static final String FOUND =
      "SELECT coalesce(max(version::integer), 0) FROM tidemark.flyway_schema_history WHERE success";

  private SchemaVersion() {}

  /** Refuses tables that are missing, older or newer, with what to do. */
  static void require(Connection connection, Location location) throws SQLException {
    int found = exists(connection) ? number(connection, FOUND) : 0;
    if (found != EXPECTED) {
      throw new IllegalStateException(location + advice(found));
    }
  }

  /** Refuses a database whose tables come from a newer build, or a server that is too old. */
  static int requireMigratable(Connection connection, Location location) throws SQLException {
    int server = number(connection, "SHOW server_version_num") / 10_000;
    if (server < OLDEST_SERVER) {
      throw new IllegalStateException(
          location
              + " runs PostgreSQL "
              + server
              + ": Tidemark needs "
              + OLDEST_SERVER
              + " or newer");
    }
    int found = exists(connection) ? number(connection, FOUND) : 0;
    if (found > EXPECTED) {
      throw new IllegalStateException(location + advice(found));
    }
    return found;
  }

  private static String advice(int found) {
    if (found > EXPECTED) {
      return (" has tables of a newer Tidemark (" + found + ", this one knows " + EXPECTED + ")")
          + ": use the newer release";
    }
    return found == 0
        ? " has no Tidemark tables yet: migrate it first"
        : " has tables of an older Tidemark (" + found + " of " + EXPECTED + "): migrate it first";
  }

  private static boolean exists(Connection connection) throws SQLException {
    return number(
            connection,
            "SELECT count(*) FROM pg_tables WHERE schemaname = 'tidemark' AND tablename ="
                + " 'flyway_schema_history'")
        > 0;
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(sql)) {
      results.next();
      return results.getInt(1);
    }
  }
}
