// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.soak;

import dev.tidemark.e2e.world.Sql;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Tidemark's database takes, and what its views say of the streams: how long ago each was
 * looked at, and how far behind the moment up to which it could be complete it is.
 *
 * <p>Some tables get rows with every hour, as they must (windows, what was read, what it cost), so
 * neither their rows nor the size of the database tell of a leak. What their rows take each does,
 * and so does the size of all other tables.
 */
public record DatabaseFigures(Sql database) implements Instrument {
  private static final String GROWING = "'stream', 'metric_window', 'sync_log', 'sync_cost'";

  private static final String SIZES =
      """
      SELECT 'database.connections', count(*)::text FROM pg_stat_activity WHERE application_name = 'tidemark'
      UNION ALL
      SELECT 'database.size_mb', (pg_database_size(current_database()) / 1048576.0)::text
      UNION ALL
      SELECT 'database.rows', rows::text FROM (SELECT %2$s AS rows) counted
      UNION ALL
      SELECT 'database.bytes_per_row',
             (sum(pg_total_relation_size(oid)) FILTER (WHERE relname IN (%1$s))::float8 / (%2$s))::text
        FROM pg_class WHERE relnamespace = 'tidemark'::regnamespace AND relkind = 'r'
      UNION ALL
      SELECT 'database.other_tables_mb',
             (sum(pg_total_relation_size(oid)) FILTER (WHERE relname NOT IN (%1$s)) / 1048576.0)::text
        FROM pg_class WHERE relnamespace = 'tidemark'::regnamespace AND relkind = 'r'\
      """
          .formatted(
              GROWING,
              "(SELECT count(*) FROM stream) + (SELECT count(*) FROM metric_window)"
                  + " + (SELECT count(*) FROM sync_log) + (SELECT count(*) FROM sync_cost)");

  private static final String STREAMS =
      """
      WITH told AS (
        SELECT t.state, s.sequence,
               extract(epoch FROM now() - t.last_poll) AS poll_age,
               extract(epoch FROM now() - t.complete_through) - s.latency_millis / 1000.0 AS incomplete
          FROM stream_status t
          JOIN stream s ON s.connector_id = t.connector_id AND s.name = t.stream),
      well AS (SELECT * FROM told WHERE state <> 'failing')
      SELECT 'streams.' || replace(state, ' ', '_'), count(told.state)::text
        FROM (VALUES ('in sync'), ('failing'), ('out of sync'), ('starting')) AS known (state)
        LEFT JOIN told USING (state) GROUP BY state
      UNION ALL
      SELECT 'streams.commits', sum(sequence)::text FROM told
      UNION ALL
      SELECT 'half.poll_age_s', percentile_cont(0.5) WITHIN GROUP (ORDER BY poll_age)::text FROM well
      UNION ALL
      SELECT 'most.poll_age_s', percentile_cont(0.99) WITHIN GROUP (ORDER BY poll_age)::text FROM well
      UNION ALL
      SELECT 'half.incomplete_s', percentile_cont(0.5) WITHIN GROUP (ORDER BY incomplete)::text FROM well
      UNION ALL
      SELECT 'most.incomplete_s', percentile_cont(0.99) WITHIN GROUP (ORDER BY incomplete)::text FROM well\
      """;

  @Override
  public Map<String, Double> read() {
    Map<String, Double> figures = new TreeMap<>();
    database.table(SIZES).forEach((name, value) -> figures.put(name, Double.valueOf(value)));
    database.table(STREAMS).forEach((name, value) -> figures.put(name, Double.valueOf(value)));
    return figures;
  }
}
