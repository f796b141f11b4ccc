// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import java.sql.SQLException;

/**
 * How a statement fails: with an answer of 200 that says so.
 *
 * @param code the service's error code
 * @param state SQLSTATE
 */
record SqlFailure(String code, String state, String message) {
  static SqlFailure missingTable(String path) {
    return new SqlFailure(
        "BAD_REQUEST",
        "42P01",
        "[TABLE_OR_VIEW_NOT_FOUND] The table or view `system`.`" + path + "` cannot be found.");
  }

  static SqlFailure forbidden(String path) {
    return new SqlFailure(
        "BAD_REQUEST",
        "42501",
        "[INSUFFICIENT_PERMISSIONS] User does not have SELECT on Table 'system." + path + "'.");
  }

  static SqlFailure of(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case 42122 ->
          new SqlFailure(
              "BAD_REQUEST",
              "42703",
              "[UNRESOLVED_COLUMN.WITH_SUGGESTION] " + failure.getMessage());
      case 42102, 42104 -> missingTable("of the statement");
      default ->
          new SqlFailure("BAD_REQUEST", "42601", "[PARSE_SYNTAX_ERROR] " + failure.getMessage());
    };
  }
}
