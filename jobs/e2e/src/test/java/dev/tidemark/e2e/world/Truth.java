// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import java.util.Map;
import java.util.TreeMap;

/** What a source holds, by SQL written by hand, and the same of an installation that read it. */
public final class Truth {
  private static final String COUNTERS =
      """
      SELECT 'tidemark.data.asset.read', sum(seq_scan + coalesce(idx_scan, 0))
        FROM pg_stat_user_tables WHERE schemaname = 'shop' AND relname ~ '^t[0-9]+$'
      UNION ALL
      SELECT 'tidemark.data.asset.write', sum(n_tup_ins + n_tup_upd + n_tup_del)
        FROM pg_stat_user_tables WHERE schemaname = 'shop' AND relname ~ '^t[0-9]+$'
      UNION ALL
      SELECT 'tidemark.data.query', sum(calls)
        FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid
       WHERE r.rolname = 'shop' AND query ~* '^(insert|update|delete|select)'\
      """;

  private static final String ASSETS =
      """
      SELECT name, count(*) FILTER (WHERE holds)
        FROM (SELECT c.*,
                     (SELECT count(*) FROM pg_attribute a
                       WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
                     (SELECT count(*) FROM pg_attribute a
                       WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                         AND col_description(c.oid, a.attnum) ~ '\\S') AS described
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
               WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition AND c.relpersistence <> 't'
                 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema') c
       CROSS JOIN LATERAL (VALUES
             ('assets', true),
             ('owned', c.relowner <> 10),
             ('described', obj_description(c.oid, 'pg_class') ~ '\\S' AND 5 * c.described >= 4 * c.columns),
             ('read', EXISTS (SELECT FROM pg_stat_user_tables s
                               WHERE s.relid = c.oid AND s.seq_scan + coalesce(s.idx_scan, 0) > 0)),
             ('bytes known', c.relkind IN ('r', 'm'))) AS fact (name, holds)
       GROUP BY name\
      """;

  private static final String COUNTED =
      """
      SELECT metric, sum(settled_sum + tail_sum)::bigint FROM metric_window
       WHERE grain = 'DAY'
         AND metric IN ('tidemark.data.asset.read', 'tidemark.data.asset.write', 'tidemark.data.query')
       GROUP BY metric\
      """;

  private static final String KNOWN =
      """
      SELECT name, count(*) FILTER (WHERE holds)
        FROM asset
       CROSS JOIN LATERAL (VALUES
             ('assets', true),
             ('owned', facts ->> 'owner.present' = 'true'),
             ('described', facts ->> 'described' = 'true'),
             ('read', facts ? 'read.day'),
             ('bytes known', facts ? 'size.bytes')) AS fact (name, holds)
       GROUP BY name\
      """;

  private Truth() {}

  /** What the counters of a source show. */
  public static Map<String, String> counters(Sql source) {
    return source.table(COUNTERS);
  }

  /** What they show more than before. */
  public static Map<String, String> since(Map<String, String> before, Map<String, String> after) {
    Map<String, String> grown = new TreeMap<>();
    after.forEach((name, value) -> grown.put(name, less(value, before.getOrDefault(name, "0"))));
    return grown;
  }

  private static String less(String value, String before) {
    return Long.toString(Long.parseLong(value) - Long.parseLong(before));
  }

  /** Which assets a database has, and what is to be said of them. */
  public static Map<String, String> assets(Sql source) {
    return source.table(ASSETS);
  }

  /** What an installation has counted. */
  public static Map<String, String> counted(Sql database) {
    return database.table(COUNTED);
  }

  /** What an installation knows of assets. */
  public static Map<String, String> known(Sql database) {
    return database.table(KNOWN);
  }
}
