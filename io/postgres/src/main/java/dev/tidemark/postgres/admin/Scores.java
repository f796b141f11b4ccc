// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scores as published. */
public final class Scores {
  private static final String CARD =
      """
      SELECT model, revision, as_of, card::text FROM score_card
       WHERE organisation_id = ? AND model = coalesce(?, (SELECT id FROM model_version WHERE status = 'active'))\
      """;

  private static final String DAILY =
      """
      SELECT model, day, composite, score, low, high, coverage, level, level_state, status FROM score_daily
       WHERE organisation_id = ? AND model = ? AND day >= ? ORDER BY day, composite\
      """;

  private static final String PUBLISHED =
      """
      SELECT s.* FROM score_daily s JOIN published_close USING (organisation_id, model, day)
       WHERE organisation_id = ? AND day >= ? ORDER BY day, composite\
      """;

  private static final String LIVE_REASONS =
      """
      SELECT composite, indicator, stratum, reason, contribution FROM attribution_live
       WHERE organisation_id = ? AND model = ? ORDER BY abs(contribution) DESC, composite, indicator, stratum, reason\
      """;

  private static final String REASONS =
      """
      SELECT composite, indicator, stratum, reason, sum(contribution) AS contribution FROM score_attribution
       WHERE organisation_id = ? AND model = ? AND day > ? AND day <= ?
       GROUP BY composite, indicator, stratum, reason
       ORDER BY abs(sum(contribution)) DESC, composite, indicator, stratum, reason\
      """;

  private static final String PUBLISHED_REASONS =
      """
      SELECT composite, indicator, stratum, reason, sum(contribution) AS contribution
        FROM score_attribution JOIN published_close USING (organisation_id, model, day)
       WHERE organisation_id = ? AND day > ? AND day <= ?
       GROUP BY composite, indicator, stratum, reason
       ORDER BY abs(sum(contribution)) DESC, composite, indicator, stratum, reason\
      """;

  /**
   * A score card.
   *
   * @param json the card as the scorer wrote it
   */
  public record Card(String model, long revision, Instant asOf, String json) {}

  /**
   * A composite at the end of a day; score, low, high and coverage in 0..1.
   *
   * @param level null for not rated
   * @param status {@code provisional}, {@code final}, {@code restated} or {@code backcast}
   */
  public record DailyScore(
      String model,
      LocalDate day,
      String composite,
      double score,
      double low,
      double high,
      double coverage,
      @Nullable Long level,
      String levelState,
      String status) {}

  /** A share of a change of S, in 0..1. */
  public record Reason(
      String composite, String indicator, String stratum, String reason, double contribution) {}

  private final Database database;

  Scores(Database database) {
    this.database = database;
  }

  /** The live card of the active model; empty before the first score. */
  public Optional<Card> card(OrganisationId organisation) {
    return found(organisation, null);
  }

  /** The live card of one model; empty before its first score. */
  public Optional<Card> card(OrganisationId organisation, String model) {
    return found(organisation, model);
  }

  /** Daily closes of one model's series since a day, by day and composite; back-casts too. */
  public List<DailyScore> daily(OrganisationId organisation, String model, LocalDate since) {
    return database.list(DAILY, Scores::daily, organisation.value(), model, since);
  }

  /** Daily closes since a day as they were published, each under the model that counted then. */
  public List<DailyScore> published(OrganisationId organisation, LocalDate since) {
    return database.list(PUBLISHED, Scores::daily, organisation.value(), since);
  }

  /** Why the live score differs from the last close, the greatest share first. */
  public List<Reason> reasons(OrganisationId organisation, String model) {
    return database.list(LIVE_REASONS, Scores::reason, organisation.value(), model);
  }

  /**
   * Why the score moved between two closes, as the sum of what each day told, the greatest share
   * first.
   *
   * @param after the close it starts from
   * @param through the close it ends with
   */
  public List<Reason> reasons(
      OrganisationId organisation, String model, LocalDate after, LocalDate through) {
    return database.list(REASONS, Scores::reason, organisation.value(), model, after, through);
  }

  /** The same of the published series, where a change of model is one of the reasons. */
  public List<Reason> publishedReasons(
      OrganisationId organisation, LocalDate after, LocalDate through) {
    return database.list(PUBLISHED_REASONS, Scores::reason, organisation.value(), after, through);
  }

  private Optional<Card> found(OrganisationId organisation, @Nullable String model) {
    return database.find(CARD, Scores::card, organisation.value(), model);
  }

  private static Card card(Row row) throws SQLException {
    return new Card(
        row.text("model"), row.bigint("revision"), row.instant("as_of"), row.text("card"));
  }

  private static DailyScore daily(Row row) throws SQLException {
    return new DailyScore(
        row.text("model"),
        row.date("day"),
        row.text("composite"),
        row.number("score"),
        row.number("low"),
        row.number("high"),
        row.number("coverage"),
        row.maybeBigint("level").orElse(null),
        row.text("level_state"),
        row.text("status"));
  }

  private static Reason reason(Row row) throws SQLException {
    return new Reason(
        row.text("composite"),
        row.text("indicator"),
        row.text("stratum"),
        row.text("reason"),
        row.number("contribution"));
  }
}
