// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.live;

import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The score of an organisation in the few numbers an event tells. */
final class LatestScore {
  private static final String LATEST =
      """
      SELECT model, revision, score, low, high, coverage, level, as_of FROM score_live
       WHERE organisation_id = ? AND lower(composite) = 'overall'
         AND model = (SELECT id FROM model_version WHERE status = 'active')\
      """;

  private LatestScore() {}

  /** As JSON; empty before the first score. */
  static Optional<String> of(Database database, UUID organisation) {
    return database.find(LATEST, LatestScore::json, organisation);
  }

  private static String json(Row row) throws SQLException {
    return Maturity.score(row).put("model", row.text("model")).toString();
  }
}
