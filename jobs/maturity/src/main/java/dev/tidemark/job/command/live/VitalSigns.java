// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.job.health.Vitals;
import dev.tidemark.job.health.Vitals.CostFigure;
import dev.tidemark.job.health.Vitals.ScoreFigure;
import dev.tidemark.job.local.FlinkJob;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Measures a running job: asks Flink and the database anew each time. */
final class VitalSigns implements Supplier<Vitals> {
  private static final String STREAMS =
      "SELECT state, count(*) AS streams FROM stream_status GROUP BY state";

  private static final String LAGS =
      """
      SELECT organisation || '/' || connector AS name,
             extract(epoch FROM now() - complete_through)::float8 AS lag
        FROM connector_health WHERE complete_through IS NOT NULL\
      """;

  private static final String VOLUME =
      """
      SELECT coalesce(sum(pages), 0)::bigint AS pages, coalesce(sum(records), 0)::bigint AS records
        FROM sync_log\
      """;

  private static final String COSTS =
      """
      SELECT organisation || '/' || connector AS name, unit, total::float8, today::float8,
             coalesce(daily_budget::float8, 'NaN') AS budget
        FROM connector_cost\
      """;

  private static final String SCORES =
      """
      SELECT o.name, s.model, s.composite, s.score, s.low, s.high, s.coverage
        FROM score_live s JOIN organisation o ON o.id = s.organisation_id\
      """;

  private final Database database;
  private final FlinkJob job;

  VitalSigns(Database database, FlinkJob job) {
    this.database = database;
    this.job = job;
  }

  @Override
  public Vitals get() {
    return database.snapshot(this::read);
  }

  private Vitals read(Session session) throws SQLException {
    Map<String, Long> streams = new HashMap<>();
    session.list(STREAMS, row -> streams.put(row.text("state"), row.bigint("streams")));
    Map<String, Duration> lags = new HashMap<>();
    session.list(LAGS, row -> lags.put(row.text("name"), seconds(row.number("lag"))));
    long[] volume =
        session.one(VOLUME, row -> new long[] {row.bigint("pages"), row.bigint("records")});
    List<ScoreFigure> scores = session.list(SCORES, VitalSigns::score);
    List<CostFigure> costs = session.list(COSTS, VitalSigns::cost);
    return new Vitals(
        job.state(), job.restarts(), streams, lags, volume[0], volume[1], scores, costs);
  }

  private static Duration seconds(double lag) {
    return Duration.ofMillis(Math.max(0, Math.round(1000 * lag)));
  }

  private static CostFigure cost(Row row) throws SQLException {
    return new CostFigure(
        row.text("name"),
        row.text("unit"),
        row.number("total"),
        row.number("today"),
        row.number("budget"));
  }

  private static ScoreFigure score(Row row) throws SQLException {
    return new ScoreFigure(
        row.text("name"),
        row.text("model"),
        row.text("composite"),
        row.number("score"),
        row.number("low"),
        row.number("high"),
        row.number("coverage"));
  }
}
