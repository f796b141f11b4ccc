// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.postgres.database.Row;
import java.sql.SQLException;

/** Scores as they are told: from 0 to 5, where they are kept as shares of 1. */
public final class Maturity {
  private static final double MOST = 5;

  private Maturity() {}

  /** A score, or a part of one. */
  public static double of(double share) {
    return MOST * share;
  }

  /** A score with its interval. */
  public static ObjectNode interval(double share, double low, double high) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("maturity", of(share))
        .put("low", of(low))
        .put("high", of(high));
  }

  /** The score in a row of {@code score_live}, in a few numbers. */
  public static ObjectNode score(Row row) throws SQLException {
    return interval(row.number("score"), row.number("low"), row.number("high"))
        .put("coverage", row.number("coverage"))
        .put("level", row.maybeBigint("level").orElse(null))
        .put("as_of", row.instant("as_of").toString())
        .put("revision", row.bigint("revision"));
  }
}
