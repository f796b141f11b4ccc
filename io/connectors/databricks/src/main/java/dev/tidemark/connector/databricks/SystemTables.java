// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The system tables statements read. */
final class SystemTables {
  private SystemTables() {}

  /** The metrics each table, as {@code schema.table}, is needed for. */
  static SortedMap<String, SortedSet<String>> fed() {
    SortedMap<String, SortedSet<String>> fed = new TreeMap<>();
    for (SqlSnapshot stream :
        List.of(SqlStreams.TABLES, SqlStreams.LINEAGE, SqlStreams.ENDPOINT_USAGE)) {
      add(stream.sql(), stream.description().metrics(), fed);
    }
    for (SqlHistory stream :
        List.of(
            SqlStreams.READS,
            SqlStreams.QUERIES,
            SqlStreams.AUDIT,
            SqlStreams.JOB_RUNS,
            SqlStreams.QUALITY,
            SqlStreams.COSTS)) {
      add(stream.sql(), stream.description().metrics(), fed);
    }
    return fed;
  }

  private static void add(
      String sql, List<String> metrics, SortedMap<String, SortedSet<String>> fed) {
    SqlText.tables(sql)
        .forEach(table -> fed.computeIfAbsent(table, it -> new TreeSet<>()).addAll(metrics));
  }
}
