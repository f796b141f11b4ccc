// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.freshness;

import dev.tidemark.bench.live.FetchLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When the facts about tables were committed, as the server itself keeps it (its setting
 * track_commit_timestamp), and which readings they came from.
 *
 * @param facts by table
 * @param fetches of the stream of tables
 */
record CommitTimes(Map<String, Fact> facts, List<FetchLog.Fetch> fetches) {
  private static final String STREAM = "tables";

  private static final String COMMITTED =
      """
      SELECT right(asset, 6) AS name, observed_at, pg_xact_commit_timestamp(xmin) AS committed
        FROM tidemark.asset_fact WHERE facts ->> 'described' = 'true'\
      """;

  /**
   * A fact about a table.
   *
   * @param observed when its page had been read
   */
  record Fact(Instant observed, Instant committed) {}

  static CommitTimes of(Connection connection, List<FetchLog.Fetch> fetches) throws SQLException {
    Map<String, Fact> facts = new TreeMap<>();
    try (PreparedStatement question = connection.prepareStatement(COMMITTED);
        ResultSet row = question.executeQuery()) {
      while (row.next()) {
        facts.put(row.getString(1), new Fact(instant(row, 2), instant(row, 3)));
      }
    }
    return new CommitTimes(
        facts, fetches.stream().filter(fetch -> fetch.stream().equals(STREAM)).toList());
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** When the reading began that the fact came from, and when it was committed. */
  Optional<Delay.Stages> of(int table) {
    return Optional.ofNullable(facts.get(Shop.key(table)))
        .flatMap(
            fact ->
                fetches.stream()
                    .filter(fetch -> !fetch.ended().isAfter(fact.observed()))
                    .max(Comparator.comparing(FetchLog.Fetch::ended))
                    .map(fetch -> new Delay.Stages(fetch.begun(), fact.committed())));
  }
}
