// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.chaos;

import dev.tidemark.e2e.world.SourceServer;
import dev.tidemark.e2e.world.Sql;
import dev.tidemark.e2e.world.Truth;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the rows must be, by SQL written by hand on the source, row by row: what every counter
 * showed last, what all of them came to since the beginning, and what is to be said of every asset.
 */
final class Oracle {
  private static final String SHOWN =
      """
      SELECT metric || ' of ' || relname, shown::text
        FROM pg_stat_user_tables
       CROSS JOIN LATERAL (VALUES
             ('tidemark.data.asset.read', seq_scan + coalesce(idx_scan, 0)),
             ('tidemark.data.asset.write', n_tup_ins + n_tup_upd + n_tup_del)) AS counter (metric, shown)
       WHERE schemaname = 'shop' AND relname ~ '^t[0-9]+$'\
      """;

  private static final String READ =
      """
      SELECT metric || ' of ' || substring(subject FROM '[^.]+$'), sum(value)::bigint::text FROM counter_reading
       WHERE metric IN ('tidemark.data.asset.read', 'tidemark.data.asset.write') AND subject ~ '[.]shop[.]t[0-9]+$'
       GROUP BY 1\
      """;

  private static final String ASSETS =
      """
      SELECT 'asset ' || n.nspname || '.' || c.relname,
             concat_ws(' ', CASE WHEN c.relowner <> 10 THEN 'owned' END,
                       CASE WHEN obj_description(c.oid, 'pg_class') ~ '\\S' AND 5 * a.described >= 4 * a.columns
                            THEN 'described' END)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       CROSS JOIN LATERAL
             (SELECT count(*) AS columns, count(*) FILTER (WHERE col_description(c.oid, attnum) ~ '\\S') AS described
                FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) a
       WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition AND c.relpersistence <> 't'
         AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'\
      """;

  private static final String KNOWN =
      """
      SELECT 'asset ' || substring(urn FROM '[^.]+[.][^.]+$'),
             concat_ws(' ', CASE WHEN facts ->> 'owner.present' = 'true' THEN 'owned' END,
                       CASE WHEN facts ->> 'described' = 'true' THEN 'described' END)
        FROM asset\
      """;

  private final SourceServer source;
  private final Map<String, String> before;

  private Oracle(SourceServer source) {
    this.source = source;
    this.before = Truth.counters(source.administrator());
  }

  /** From now on, everything having been read once and nobody being at work. */
  static Oracle of(SourceServer source) {
    return new Oracle(source);
  }

  /** What must be there, by name. */
  Map<String, String> expected() {
    Sql administrator = source.administrator();
    Map<String, String> rows = new TreeMap<>();
    rows.putAll(Truth.since(before, Truth.counters(administrator)));
    rows.putAll(administrator.table(SHOWN));
    rows.putAll(administrator.table(ASSETS));
    return rows;
  }

  /** What is there, by the same names. */
  static Map<String, String> found(Sql database) {
    Map<String, String> rows = new TreeMap<>();
    rows.putAll(Truth.counted(database));
    rows.putAll(database.table(READ));
    rows.putAll(database.table(KNOWN));
    return rows;
  }
}
