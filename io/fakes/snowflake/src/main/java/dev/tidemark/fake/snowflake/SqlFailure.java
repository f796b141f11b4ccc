// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A failure in the vendor's words.
 *
 * @param code six digits
 * @param state the SQLSTATE
 */
record SqlFailure(String code, String state, String message) {
  private static final int NO_TABLE = 42102;
  private static final int NO_TABLE_CANDIDATES = 42103;
  private static final int NO_TABLE_EMPTY = 42104;
  private static final int NO_RIGHT = 90096;
  private static final int NO_SCHEMA = 90079;
  private static final int NO_COLUMN = 42122;
  private static final int CANCELLED = 57014;

  static SqlFailure noWarehouse() {
    return new SqlFailure(
        "000606",
        "57P03",
        "No active warehouse selected in the current session.  Select an active warehouse with the"
            + " 'use warehouse' command.");
  }

  static SqlFailure cancelled() {
    return new SqlFailure("000604", "57014", "SQL execution canceled");
  }

  static SqlFailure invisible(String path) {
    return new SqlFailure(
        "002003",
        "42S02",
        "SQL compilation error:\nObject '" + path + "' does not exist or not authorized.");
  }

  /** What the vendor would say to what the engine says. */
  static SqlFailure of(SQLException failure, String sql) {
    return switch (failure.getErrorCode()) {
      case NO_TABLE, NO_TABLE_CANDIDATES, NO_TABLE_EMPTY, NO_RIGHT, NO_SCHEMA ->
          invisible(object(failure, sql));
      case NO_COLUMN ->
          new SqlFailure(
              "000904",
              "42000",
              "SQL compilation error: error line 1 at position 7\ninvalid identifier '"
                  + between(failure.getMessage())
                  + "'");
      case CANCELLED -> cancelled();
      default ->
          new SqlFailure(
              "001003", "42000", "SQL compilation error:\nsyntax error: " + failure.getMessage());
    };
  }

  private static String object(SQLException failure, String sql) {
    String named = between(failure.getMessage()).replace("\"", "");
    String name = named.substring(named.lastIndexOf('.') + 1);
    return sql.contains("SNOWFLAKE.LOCAL." + name)
        ? "SNOWFLAKE.LOCAL." + name
        : "SNOWFLAKE.ACCOUNT_USAGE." + name;
  }

  private static String between(@Nullable String said) {
    String message = String.valueOf(said);
    int from = message.indexOf('"');
    int until = message.indexOf("\"; SQL statement");
    return from < 0 || until < from ? message : message.substring(from + 1, until);
  }
}
