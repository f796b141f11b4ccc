// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

/**
 * pg_stat_statements where it is installed.
 *
 * @param database name of the database
 * @param schema its schema there, quoted
 * @param version of the extension, such as 1.10; it may be older than the server
 */
record Extension(String database, String schema, String version) {
  /**
   * Statements that read or change rows, whoever ran them; what this connector runs is marked. The
   * texts are looked at where they are and stay there.
   */
  private static final String QUERIES =
      """
      s.query ~* '^(\\s|\\(|/\\*.*?\\*/|--[^\\n]*\\n)*(select|insert|update|delete|merge|with|\
      values|table|copy|execute|fetch|call)\\y' and s.query !~ '/\\* tidemark \\*/'\
      """;

  /** The statement of that name, for a server and this version of the extension. */
  String query(String name, int major) {
    return Query.of(name, major)
        .replace("#queries", QUERIES)
        .replace("#toplevel", since(9, "s.toplevel", "true"))
        .replace("#since", since(11, "s.stats_since", "null::timestamptz"))
        .replace(
            "#reset",
            since(
                9,
                "(select stats_reset from #schema.pg_stat_statements_info)",
                "null::timestamptz"))
        .replace("#schema", schema);
  }

  private String since(int minor, String then, String before) {
    return Integer.parseInt(version.split("\\.", -1)[1]) >= minor ? then : before;
  }
}
