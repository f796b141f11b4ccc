// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import dev.tidemark.spi.ledger.ScoreStore;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Scores and models, in the tables. */
final class PostgresScores implements ScoreStore {
  private static final String LAST_CLOSE =
      """
      SELECT day, revision, document FROM score_close
       WHERE organisation_id = ? AND model = ? AND day < ? ORDER BY day DESC LIMIT 1\
      """;

  private static final String PROVISIONAL =
      """
      SELECT day, revision, document FROM score_close
       WHERE organisation_id = ? AND model = ? AND status = 'provisional' ORDER BY day\
      """;

  /** What a day rested on is the same whatever the model; of several the first by name. */
  private static final String PUBLISHED =
      """
      SELECT day, revision, document FROM score_close
       WHERE organisation_id = ? AND day <= ? AND status <> 'backcast' ORDER BY day DESC, model LIMIT 1\
      """;

  private static final String FIRST_PUBLISHED =
      "SELECT min(day) AS day FROM score_close WHERE organisation_id = ? AND status <> 'backcast'"
          + " HAVING min(day) IS NOT NULL";

  private static final String SUCCESSION =
      """
      SELECT followed, day FROM model_succession
       WHERE organisation_id = ? AND model = ? AND day < ? ORDER BY number DESC LIMIT 1\
      """;

  private static final String MODELS =
      "SELECT id, status, yaml FROM model_version WHERE status IN ('active', 'shadow') ORDER BY"
          + " status, id";

  private static final String MODEL = "SELECT id, status, yaml FROM model_version WHERE id = ?";

  private final Database database;

  PostgresScores(Database database) {
    this.database = database;
  }

  /** In one transaction, in one order for everyone. */
  @Override
  public void write(List<ScoreUpdate> updates) {
    if (updates.isEmpty()) {
      return;
    }
    List<ScoreUpdate> ordered =
        updates.stream()
            .sorted(
                Comparator.comparing(ScoreUpdate::organisation)
                    .thenComparing(ScoreUpdate::model)
                    .thenComparing(
                        ScoreUpdate::day, Comparator.nullsLast(Comparator.naturalOrder())))
            .toList();
    database.transaction(
        session -> {
          for (ScoreUpdate update : ordered) {
            write(session, update);
          }
          return true;
        });
  }

  @Override
  public Optional<StoredClose> lastClose(
      OrganisationId organisation, String model, LocalDate before) {
    return database.find(LAST_CLOSE, PostgresScores::close, organisation.value(), model, before);
  }

  @Override
  public List<StoredClose> provisionalCloses(OrganisationId organisation, String model) {
    return database.list(PROVISIONAL, PostgresScores::close, organisation.value(), model);
  }

  @Override
  public Optional<StoredClose> published(OrganisationId organisation, LocalDate through) {
    return database.find(PUBLISHED, PostgresScores::close, organisation.value(), through);
  }

  @Override
  public Optional<LocalDate> firstPublished(OrganisationId organisation) {
    return database.find(FIRST_PUBLISHED, row -> row.date("day"), organisation.value());
  }

  @Override
  public Optional<Succession> succession(
      OrganisationId organisation, String model, LocalDate before) {
    return database.find(
        SUCCESSION,
        row -> new Succession(row.text("followed"), row.date("day")),
        organisation.value(),
        model,
        before);
  }

  @Override
  public List<StoredModel> models() {
    return database.list(MODELS, PostgresScores::model);
  }

  @Override
  public Optional<StoredModel> model(String id) {
    return database.find(MODEL, PostgresScores::model, id);
  }

  private static void write(Session session, ScoreUpdate update) throws SQLException {
    LocalDate day = update.day();
    if (day == null) {
      LiveScore.write(session, update);
    } else {
      DailyClose.write(session, update, day);
    }
  }

  private static StoredModel model(Row row) throws SQLException {
    return new StoredModel(row.text("id"), row.text("status"), row.text("yaml"));
  }

  private static StoredClose close(Row row) throws SQLException {
    return new StoredClose(row.date("day"), row.bigint("revision"), row.text("document"));
  }
}
