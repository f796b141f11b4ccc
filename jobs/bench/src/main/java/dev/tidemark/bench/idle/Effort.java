// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.idle;

import dev.tidemark.bench.live.Databases;
import dev.tidemark.bench.live.Job;

/** What had been spent by a moment, of counters that only grow. */
record Effort(long atNanos, long polls, long cpuNanos, long walBytes, long rows, long statements) {
  private static final String WAL =
      "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint";

  private static final String ROWS =
      """
      SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::bigint
        FROM pg_stat_user_tables WHERE schemaname = 'tidemark'\
      """;

  private static final String STATEMENTS =
      """
      SELECT coalesce(sum(calls), 0)::bigint FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
       WHERE d.datname = current_database() AND toplevel AND query !~ 'pg_stat|pg_wal'\
      """;

  static Effort now(Databases databases, String database, Job job) {
    return new Effort(
        System.nanoTime(),
        job.polls(),
        job.cpuNanos(),
        databases.number(database, WAL),
        databases.number(database, ROWS),
        databases.number(database, STATEMENTS));
  }
}
