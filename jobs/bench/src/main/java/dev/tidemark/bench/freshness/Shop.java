// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.freshness;

import dev.tidemark.bench.live.Databases;
import java.util.ArrayList;
import java.util.List;

/**
 * The source: a database of tables that are used, and that somebody describes one after the other.
 *
 * @param tables how many
 */
record Shop(Databases databases, int tables) {
  static final String DATABASE = "shop";
  private static final String ROLE = "bench_watcher";

  /** What {@code GOV.DOC} counts, asked in the words of the connector's page. */
  private static final String DESCRIBED =
      """
      SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'r' AND n.nspname = 'shop'
         AND obj_description(c.oid, 'pg_class') ~ '\\S' AND col_description(c.oid, 1) ~ '\\S'\
      """;

  /** Makes it anew; every table is written and read, so that it counts as in use. */
  static Shop made(Databases databases, int tables) {
    databases.drop(DATABASE);
    databases.execute("postgres", "CREATE DATABASE " + DATABASE);
    databases.execute(
        "postgres",
        "DROP ROLE IF EXISTS " + ROLE,
        "CREATE ROLE " + ROLE + " LOGIN PASSWORD '" + ROLE + "' IN ROLE pg_monitor");
    databases.execute(DATABASE, statements(tables).toArray(String[]::new));
    return new Shop(databases, tables);
  }

  private static List<String> statements(int tables) {
    List<String> statements = new ArrayList<>();
    statements.add("CREATE SCHEMA shop");
    for (int table = 0; table < tables; table++) {
      String name = name(table);
      statements.add("CREATE TABLE " + name + " (id bigint) WITH (autovacuum_enabled = off)");
      statements.add("COMMENT ON COLUMN " + name + ".id IS 'its number'");
      statements.add("INSERT INTO " + name + " VALUES (1)");
      statements.add("SELECT * FROM " + name);
    }
    statements.add("VACUUM ANALYZE");
    return statements;
  }

  /** The sentence that describes a table: the change. */
  static String change(int table) {
    return "COMMENT ON TABLE " + name(table) + " IS 'what is in it'";
  }

  private static String name(int table) {
    return "shop." + key(table);
  }

  /** A table's name, in the order of their numbers. */
  static String key(int table) {
    return "t%05d".formatted(table);
  }

  /** How many are described, by the source itself. */
  long described() {
    return databases.number(DATABASE, DESCRIBED);
  }

  /** What the connector is told. */
  String settings() {
    return """
    {"host":"127.0.0.1","port":%d,"database":"%s","user":"%s","password":"%s","databases":["%s"]}\
    """
        .formatted(databases.port(), DATABASE, ROLE, ROLE, DATABASE);
  }
}
