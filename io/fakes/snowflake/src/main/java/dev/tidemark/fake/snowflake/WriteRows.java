// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.Asset;
import dev.tidemark.testkit.organisation.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows about how much was written.
 *
 * @param rows where they go
 */
record WriteRows(Account account, Rows rows) {
  private static final Duration WRITES = Duration.ofHours(6);

  /** For each whole hour of a range, by table. */
  void within(TimeRange range) {
    Map<Instant, Map<Asset, Long>> hours = new TreeMap<>();
    TimeRange earlier = range.since(account.longestRun());
    account
        .runs(earlier)
        .filter(run -> run.failure() == null && range.holds(run.ended()))
        .forEach(
            run ->
                run.pipeline().writes().forEach(it -> write(hours, run.ended(), it, run.rows())));
    hours.forEach((hour, tables) -> tables.forEach((asset, count) -> written(hour, asset, count)));
  }

  private static void write(
      Map<Instant, Map<Asset, Long>> hours, Instant at, Asset asset, long count) {
    if (asset.kind() == Asset.Kind.TABLE) {
      hours
          .computeIfAbsent(at.truncatedTo(ChronoUnit.HOURS), unused -> new LinkedHashMap<>())
          .merge(asset, count, Long::sum);
    }
  }

  private void written(Instant hour, Asset asset, long count) {
    rows.add(
        "TABLE_DML_HISTORY",
        rows.row(hour.plus(Duration.ofHours(1)), WRITES.dividedBy(2))
            .put("START_TIME", hour)
            .put("END_TIME", hour.plus(Duration.ofHours(1)))
            .put("TABLE_ID", Naming.id(asset))
            .put("TABLE_NAME", Naming.upper(asset.name()))
            .put("SCHEMA_NAME", Naming.upper(asset.schema()))
            .put("DATABASE_NAME", Naming.upper(asset.database()))
            .put("ROWS_ADDED", count)
            .put("ROWS_REMOVED", 0L)
            .put("ROWS_UPDATED", 0L));
  }
}
