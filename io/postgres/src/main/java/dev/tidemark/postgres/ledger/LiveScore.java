// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.util.List;

/** The score as it is now: one card per organisation and model, the rows under it, and the news. */
final class LiveScore {
  private static final String CARD =
      """
      INSERT INTO score_card AS c (organisation_id, model, revision, as_of, status, card, document)
      VALUES (?, ?, ?, ?, ?, ?::jsonb, ?)
          ON CONFLICT (organisation_id, model) DO UPDATE
         SET revision = EXCLUDED.revision, as_of = EXCLUDED.as_of, status = EXCLUDED.status, card = EXCLUDED.card,
             document = EXCLUDED.document, written_at = now()
       WHERE (EXCLUDED.revision, EXCLUDED.as_of) >= (c.revision, c.as_of)\
      """;

  private static final String COMPOSITES =
      """
      INSERT INTO score_live (organisation_id, model, as_of, revision,
                              composite, score, low, high, coverage, level, level_state, previous)
      SELECT ?, ?, ?, ?, u.*
        FROM unnest(?::text[], ?::float8[], ?::float8[], ?::float8[], ?::float8[], ?::int8[], ?::text[], ?::float8[]) AS u
          ON CONFLICT (organisation_id, model, composite) DO UPDATE
         SET as_of = EXCLUDED.as_of, revision = EXCLUDED.revision, score = EXCLUDED.score, low = EXCLUDED.low,
             high = EXCLUDED.high, coverage = EXCLUDED.coverage, level = EXCLUDED.level,
             level_state = EXCLUDED.level_state, previous = EXCLUDED.previous\
      """;

  private static final String OTHER_COMPOSITES =
      "DELETE FROM score_live WHERE organisation_id = ? AND model = ? AND composite <> ALL (?)";

  private static final String ATTRIBUTION =
      """
      INSERT INTO attribution_live AS a (organisation_id, model, composite, indicator, stratum, reason, contribution)
      SELECT ?, ?, composite, indicator, stratum, reason, sum(contribution)
        FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::float8[])
          AS u (composite, indicator, stratum, reason, contribution)
       GROUP BY composite, indicator, stratum, reason
          ON CONFLICT (organisation_id, model, composite, indicator, stratum, reason) DO UPDATE
         SET contribution = EXCLUDED.contribution WHERE a.contribution <> EXCLUDED.contribution\
      """;

  private static final String OTHER_ATTRIBUTION =
      """
      DELETE FROM attribution_live a WHERE organisation_id = ? AND model = ?
         AND NOT EXISTS (SELECT FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::float8[])
                                  AS u (composite, indicator, stratum, reason, contribution)
                          WHERE (u.composite, u.indicator, u.stratum, u.reason)
                              = (a.composite, a.indicator, a.stratum, a.reason))\
      """;

  private static final String NEWS = "SELECT pg_notify('tidemark_score', ?)";

  private LiveScore() {}

  /** Writes, unless what is there has a newer revision, or a newer time at the same revision. */
  static void write(Session session, ScoreUpdate update) throws SQLException {
    Object[] key = {update.organisation().value(), update.model()};
    if (session.change(CARD, card(update)) == 0) {
      return;
    }
    session.change(
        COMPOSITES,
        ScoreColumns.joined(
            new Object[] {key[0], key[1], update.asOf(), update.revision()},
            ScoreColumns.composites(update)));
    session.change(OTHER_COMPOSITES, key[0], key[1], Columns.texts(names(update)));
    Object[] attribution = ScoreColumns.joined(key, ScoreColumns.attribution(update));
    session.change(OTHER_ATTRIBUTION, attribution);
    session.change(ATTRIBUTION, attribution);
    session.change(NEWS, ScoreNews.of(update));
  }

  private static Object[] card(ScoreUpdate update) {
    return new Object[] {
      update.organisation().value(),
      update.model(),
      update.revision(),
      update.asOf(),
      update.status(),
      update.card(),
      update.document()
    };
  }

  private static List<String> names(ScoreUpdate update) {
    return update.composites().stream().map(ScoreUpdate.Composite::name).toList();
  }
}
