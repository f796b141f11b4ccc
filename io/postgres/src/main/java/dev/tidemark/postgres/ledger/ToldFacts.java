// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.asset.Precedence;
import dev.tidemark.postgres.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.SortedMap;

/**
 * What one stream tells of an asset.
 *
 * @param changedAt when it last told something else
 */
record ToldFacts(
    long stream,
    Precedence precedence,
    Instant changedAt,
    String type,
    String stratum,
    SortedMap<String, String> facts) {
  /** Whose word counts more comes first: by precedence, then the newest, then any fixed order. */
  static final Comparator<ToldFacts> BY_WEIGHT =
      Comparator.comparing(ToldFacts::precedence)
          .thenComparing(ToldFacts::changedAt)
          .thenComparing(ToldFacts::stream)
          .reversed();

  static ToldFacts read(Row row) throws SQLException {
    return new ToldFacts(
        row.bigint("stream_id"),
        Precedence.valueOf(row.text("precedence")),
        row.instant("observed_at"),
        row.text("asset_type"),
        row.text("stratum"),
        Json.texts(row.text("facts")));
  }
}
