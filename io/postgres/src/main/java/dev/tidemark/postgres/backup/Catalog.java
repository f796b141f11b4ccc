// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.backup;

import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What there is to back up. */
final class Catalog {
  /** Nobody should come back in with a session or a link from the past. */
  private static final Set<String> PASSING =
      Set.of(
          "console_session",
          "console_link",
          "console_request",
          "console_sign_in",
          "console_claimed_role");

  private static final String TABLES =
      """
      SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
        FROM pg_class c
        JOIN pg_attribute a
          ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
       WHERE c.relnamespace = 'tidemark'::regnamespace AND c.relkind = 'r'
         AND c.relname <> 'flyway_schema_history'
       GROUP BY c.relname ORDER BY c.relname\
      """;

  private static final String REFERENCES =
      """
      SELECT child.relname AS child, parent.relname AS parent
        FROM pg_constraint k
        JOIN pg_class child ON child.oid = k.conrelid
        JOIN pg_class parent ON parent.oid = k.confrelid
       WHERE k.contype = 'f' AND k.connamespace = 'tidemark'::regnamespace
         AND k.conrelid <> k.confrelid\
      """;

  private static final String SEQUENCES =
      """
      SELECT sequencename AS name, coalesce(last_value + 1, start_value) AS next
        FROM pg_sequences WHERE schemaname = 'tidemark'\
      """;

  private static final String MIGRATION =
      "SELECT max(version::integer) AS migration FROM flyway_schema_history WHERE success";

  private record Reference(String child, String parent) {
    static Reference read(Row row) throws SQLException {
      return new Reference(row.text("child"), row.text("parent"));
    }
  }

  private Catalog() {}

  /** Tables whose rows are kept, each after those it refers to. */
  static List<BackedUpTable> tables(Session session) throws SQLException {
    List<BackedUpTable> left = new ArrayList<>(session.list(TABLES, Catalog::table));
    left.removeIf(table -> PASSING.contains(table.name()));
    return ordered(left, session.list(REFERENCES, Reference::read));
  }

  /** All tables, those whose rows are not kept among them. */
  static List<String> names(Session session) throws SQLException {
    return session.list(TABLES, row -> "tidemark." + row.text("name"));
  }

  private static List<BackedUpTable> ordered(List<BackedUpTable> left, List<Reference> references) {
    List<BackedUpTable> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      List<BackedUpTable> next = left.stream().filter(it -> isFree(it, left, references)).toList();
      if (next.isEmpty()) {
        throw new IllegalStateException("tables refer to each other in a circle: " + left);
      }
      ordered.addAll(next);
      left.removeAll(next);
    }
    return ordered;
  }

  private static boolean isFree(
      BackedUpTable table, List<BackedUpTable> left, List<Reference> references) {
    Set<String> waiting = new HashSet<>();
    left.forEach(it -> waiting.add(it.name()));
    return references.stream()
        .noneMatch(it -> it.child().equals(table.name()) && waiting.contains(it.parent()));
  }

  /** The next number of every sequence: at least as high as any number in the snapshot. */
  static Map<String, Long> sequences(Session session) throws SQLException {
    Map<String, Long> next = new HashMap<>();
    session
        .list(SEQUENCES, row -> Map.entry(row.text("name"), row.bigint("next")))
        .forEach(entry -> next.put(entry.getKey(), entry.getValue()));
    return next;
  }

  static int migration(Session session) throws SQLException {
    return session.one(MIGRATION, row -> (int) row.bigint("migration"));
  }

  private static BackedUpTable table(Row row) throws SQLException {
    return new BackedUpTable(row.text("name"), row.texts("columns"), 0);
  }
}
