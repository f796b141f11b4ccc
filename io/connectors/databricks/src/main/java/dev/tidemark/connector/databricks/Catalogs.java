// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

/** Whether rows are about catalogues that are to be read. */
final class Catalogs {
  private Catalogs() {}

  /** A row that names no catalogue always is. */
  static boolean contain(Row row, Scope scope) {
    return row.find("catalog_name").map(scope.catalogs()::contains).orElse(true);
  }
}
