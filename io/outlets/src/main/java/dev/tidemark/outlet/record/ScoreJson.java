// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Scores and reasons as they are told: from 0 to 5, where they are kept as shares of 1. */
final class ScoreJson {
  static final String OVERALL = "overall";
  private static final double MOST = 5;

  private ScoreJson() {}

  /** The figures in a row of {@code score_live} or {@code score_daily}. */
  static ObjectNode figures(Row row) throws SQLException {
    ObjectNode figures =
        Notes.JSON
            .createObjectNode()
            .put("maturity", MOST * row.number("score"))
            .put("low", MOST * row.number("low"))
            .put("high", MOST * row.number("high"))
            .put("coverage", row.number("coverage"));
    Long level = row.maybeBigint("level").orElse(null);
    return figures.put("level", level).put("level_state", row.text("level_state"));
  }

  /**
   * The reasons a query finds, which add up to the difference.
   *
   * @param from S of the close they start from; null without one
   */
  static @Nullable ObjectNode since(
      Session session, @Nullable Double from, double score, String reasons, Object... parameters)
      throws SQLException {
    if (from == null) {
      return null;
    }
    ObjectNode since =
        Notes.JSON
            .createObjectNode()
            .put("maturity", MOST * from)
            .put("change", MOST * (score - from));
    ArrayNode attribution = since.putArray("attribution");
    session.list(reasons, ScoreJson::reason, parameters).forEach(attribution::add);
    return since;
  }

  private static ObjectNode reason(Row row) throws SQLException {
    return Notes.JSON
        .createObjectNode()
        .put("indicator", row.text("indicator"))
        .put("stratum", row.text("stratum"))
        .put("reason", row.text("reason"))
        .put("contribution", MOST * row.number("contribution"));
  }
}
