// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import static java.util.Objects.requireNonNull;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.spi.ledger.BackcastStore;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Back-casts, in the tables: closes beside those published, and one row per series that counts. */
final class PostgresBackcasts implements BackcastStore {
  private static final String CLOSED =
      "SELECT day FROM score_close WHERE organisation_id = ? AND model = ? AND status <>"
          + " 'backcast'";

  /**
   * An interrupted one goes on if it began with the same day and is not past the last one asked.
   */
  private static final String BEGIN =
      """
      INSERT INTO model_backcast AS b (organisation_id, model, run, first_day, last_day) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (organisation_id, model) DO UPDATE
         SET run = EXCLUDED.run, first_day = EXCLUDED.first_day, last_day = EXCLUDED.last_day,
             started_at = now(), ended_at = NULL,
             done_through = CASE WHEN b.ended_at IS NULL AND b.first_day = EXCLUDED.first_day
                                  AND b.done_through <= EXCLUDED.last_day THEN b.done_through END\
      """;

  private static final String DONE =
      "SELECT done_through FROM model_backcast WHERE organisation_id = ? AND model = ? AND"
          + " done_through IS NOT NULL";

  private static final String ADVANCE =
      "UPDATE model_backcast SET done_through = ? WHERE organisation_id = ? AND model = ? AND run ="
          + " ?";

  private static final String END =
      "UPDATE model_backcast SET ended_at = now() WHERE organisation_id = ? AND model = ? AND run ="
          + " ?";

  private final Database database;

  PostgresBackcasts(Database database) {
    this.database = database;
  }

  @Override
  public Set<LocalDate> closedDays(OrganisationId organisation, String model) {
    return database.transaction(
        session ->
            new TreeSet<>(
                session.list(CLOSED, row -> row.date("day"), organisation.value(), model)));
  }

  @Override
  public Optional<LocalDate> begin(Run run) {
    return database.transaction(
        session -> {
          session.change(
              BEGIN, run.organisation().value(), run.model(), run.id(), run.first(), run.last());
          return session.find(
              DONE, row -> row.date("done_through"), run.organisation().value(), run.model());
        });
  }

  @Override
  public boolean write(Run run, ScoreUpdate close) {
    LocalDate day = requireNonNull(close.day(), "a back-cast is of days");
    return database.transaction(
        session -> {
          Object[] row = {day, run.organisation().value(), run.model(), run.id()};
          if (session.change(ADVANCE, row) == 0) {
            return false;
          }
          DailyClose.write(session, close, day);
          return true;
        });
  }

  @Override
  public void end(Run run) {
    database.transaction(
        session -> session.change(END, run.organisation().value(), run.model(), run.id()));
  }
}
