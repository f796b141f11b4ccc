// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.time.LocalDate;

/** The score of a day that is over. */
final class DailyClose {
  private static final String CARD =
      """
      INSERT INTO score_close AS c (organisation_id, model, day, revision, as_of, status, card, document)
      VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
          ON CONFLICT (organisation_id, model, day) DO UPDATE
         SET revision = EXCLUDED.revision, as_of = EXCLUDED.as_of, status = EXCLUDED.status, card = EXCLUDED.card,
             document = EXCLUDED.document, written_at = now()
       WHERE CASE WHEN EXCLUDED.status = 'backcast' OR c.status = 'backcast' THEN c.status = 'backcast'
                  ELSE EXCLUDED.revision >= c.revision
                       AND NOT (EXCLUDED.status = 'provisional' AND c.status <> 'provisional') END\
      """;

  private static final String FORGET_SCORES =
      "DELETE FROM score_daily WHERE organisation_id = ? AND model = ? AND day = ?";

  private static final String FORGET_INDICATORS =
      "DELETE FROM indicator_daily WHERE organisation_id = ? AND model = ? AND day = ?";

  private static final String COMPOSITES =
      """
      INSERT INTO score_daily (organisation_id, model, day, as_of, revision, status,
                               composite, score, low, high, coverage, level, level_state, previous)
      SELECT ?, ?, ?, ?, ?, ?, u.*
        FROM unnest(?::text[], ?::float8[], ?::float8[], ?::float8[], ?::float8[], ?::int8[], ?::text[], ?::float8[]) AS u\
      """;

  private static final String INDICATORS =
      """
      INSERT INTO indicator_daily (organisation_id, model, day, indicator, stratum, state,
                                   raw, numerator, denominator, n, age_days, u, e, g, m)
      SELECT ?, ?, ?, i.*
        FROM unnest(?::text[], ?::text[], ?::text[], ?::float8[], ?::float8[], ?::float8[], ?::float8[], ?::float8[],
                    ?::float8[], ?::float8[], ?::float8[], ?::float8[]) AS i\
      """;

  private static final String ATTRIBUTION =
      """
      INSERT INTO score_attribution (organisation_id, model, day, composite, indicator, stratum, reason, contribution)
      SELECT ?, ?, ?, composite, indicator, stratum, reason, sum(contribution)
        FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::float8[])
          AS u (composite, indicator, stratum, reason, contribution)
       GROUP BY composite, indicator, stratum, reason\
      """;

  /**
   * Keeps the asset counts of the day, once, and only while they are still those of the day: closes
   * of days long past are computed from what was kept then.
   */
  private static final String KEEP_CELLS =
      """
      WITH made AS (
        INSERT INTO asset_close (organisation_id, day, revision)
        SELECT id, ?, revision FROM organisation
         WHERE id = ? AND ?::date >= (now() AT TIME ZONE 'UTC')::date - 1
            ON CONFLICT DO NOTHING RETURNING organisation_id, day)
      INSERT INTO asset_cell_daily (organisation_id, day, cell, stratum, signature, count)
      SELECT c.organisation_id, made.day, c.cell, c.stratum, c.signature, c.count
        FROM made JOIN asset_cell c USING (organisation_id)\
      """;

  private static final String BACKCAST = "backcast";

  private DailyClose() {}

  /**
   * Writes, unless what is there has a newer revision, or is final and this is provisional: a final
   * close is only restated. What was computed afterwards gives way to what was published on the
   * day, whatever the revision, never the other way round.
   */
  static void write(Session session, ScoreUpdate update, LocalDate day) throws SQLException {
    Object[] key = {update.organisation().value(), update.model(), day};
    if (session.change(CARD, card(update, day)) == 0) {
      return;
    }
    session.change(FORGET_SCORES, key);
    session.change(FORGET_INDICATORS, key);
    session.change(
        COMPOSITES,
        ScoreColumns.joined(
            new Object[] {key[0], key[1], day, update.asOf(), update.revision(), update.status()},
            ScoreColumns.composites(update)));
    session.change(INDICATORS, ScoreColumns.joined(key, ScoreColumns.indicators(update)));
    session.change(ATTRIBUTION, ScoreColumns.joined(key, ScoreColumns.attribution(update)));
    if (!update.status().equals(BACKCAST)) {
      session.change(KEEP_CELLS, day, key[0], day);
    }
  }

  private static Object[] card(ScoreUpdate update, LocalDate day) {
    return new Object[] {
      update.organisation().value(),
      update.model(),
      day,
      update.revision(),
      update.asOf(),
      update.status(),
      update.card(),
      update.document()
    };
  }
}
