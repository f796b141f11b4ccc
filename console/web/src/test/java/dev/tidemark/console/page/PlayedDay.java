// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.page;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** One day's close and what moved it, from the score of the day before. */
record PlayedDay(double before, List<Move> moves) {
  /** What one indicator moved on one platform. */
  record Move(String indicator, String stratum, String reason, double contribution) {}

  static PlayedDay after(double before, Random random) {
    return new PlayedDay(
        before,
        List.of(
            new Move("GOV.OWN", "snowflake://acme-warehouse", "PERFORMANCE", drift(random, .0008)),
            new Move("QUA.PAS", "aws://acme-lake", "PERFORMANCE", drift(random, .0002)),
            new Move("SEC.MFA", "snowflake://acme-warehouse", "EVIDENCE", drift(random, .0003)),
            new Move("AIG.MON", "databricks://acme-models", "FRESHNESS", drift(random, -.0004))));
  }

  private static double drift(Random random, double mean) {
    return mean + 0.002 * (random.nextDouble() - 0.5);
  }

  double score() {
    return before + moves.stream().mapToDouble(Move::contribution).sum();
  }

  void write(Database database, OrganisationId organisation, String model, LocalDate day) {
    Object[] at = {organisation.value(), model, day};
    database.transaction(session -> write(session, at));
  }

  private int write(Session session, Object... at) throws SQLException {
    session.change(
        """
        INSERT INTO score_close (organisation_id, model, day, revision, as_of, status, card, document)
        VALUES (?, ?, ?, 1, now(), 'final', '{}', '')\
        """,
        at);
    session.change(
        """
        INSERT INTO score_daily (organisation_id, model, day, composite, score, low, high, coverage, level_state,
                                 previous, status, as_of, revision)
        VALUES (?, ?, ?, 'overall', ?, ?, ?, 0.5, 'NONE', ?, 'final', now(), 1)\
        """,
        with(at, score(), score() - 0.12, score() + 0.2, before));
    for (Move move : moves) {
      session.change(
          """
          INSERT INTO score_attribution (organisation_id, model, day, composite, indicator, stratum, reason, contribution)
          VALUES (?, ?, ?, 'overall', ?, ?, ?, ?)\
          """,
          with(at, move.indicator(), move.stratum(), move.reason(), move.contribution()));
    }
    return moves.size();
  }

  private static Object[] with(Object[] at, Object... more) {
    return Stream.concat(Stream.of(at), Stream.of(more)).toArray();
  }
}
