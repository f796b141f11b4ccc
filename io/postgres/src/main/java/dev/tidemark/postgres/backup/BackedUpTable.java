// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.backup;

import java.util.List;

/**
 * A table in a backup.
 *
 * @param columns those that are stored, in the order of their values
 * @param rows how many there are
 */
public record BackedUpTable(String name, List<String> columns, long rows) {
  /** Keeps the columns. */
  public BackedUpTable {
    columns = List.copyOf(columns);
  }

  BackedUpTable withRows(long number) {
    return new BackedUpTable(name, columns, number);
  }

  /** The name of its rows in the file. */
  String entry() {
    return "tables/" + name + ".copy";
  }

  String copyTo() {
    return "COPY " + place() + " TO STDOUT";
  }

  String copyFrom() {
    return "COPY " + place() + " FROM STDIN";
  }

  private String place() {
    return "tidemark." + name + " (" + String.join(", ", columns) + ")";
  }
}
