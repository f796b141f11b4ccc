// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.job.health.Vitals;
import dev.tidemark.job.health.Vitals.ConnectorFigure;
import dev.tidemark.job.health.Vitals.CostFigure;
import dev.tidemark.job.health.Vitals.EngineFigure;
import dev.tidemark.job.health.Vitals.ScoreFigure;
import dev.tidemark.job.health.Vitals.TotalFigure;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Measures a running job: asks its engine and the database anew each time. */
final class VitalSigns implements Supplier<Vitals> {
  private static final String STREAMS =
      "SELECT state, count(*) AS streams FROM stream_status GROUP BY state";

  private static final String CONNECTORS =
      """
      SELECT c.organisation || '/' || c.connector AS name,
             coalesce(extract(epoch FROM now() - c.complete_through)::float8, 'NaN') AS lag,
             coalesce(s.overdue::float8, 'NaN') AS overdue,
             c.failing, coalesce(s.incomplete, 0) AS incomplete, coalesce(r.records, 0)::bigint AS rejected
        FROM connector_health c
        LEFT JOIN (SELECT connector_id,
                          max(extract(epoch FROM now() - complete_through - grace))
                            FILTER (WHERE state NOT IN ('paused', 'budget spent')) AS overdue,
                          count(*) FILTER (WHERE state IN ('starting', 'out of sync')) AS incomplete
                     FROM stream_status GROUP BY connector_id) s USING (connector_id)
        LEFT JOIN (SELECT connector_id, sum(times) AS records FROM rejected_record
                    WHERE standing = 'PASSED' AND replayed_at IS NULL GROUP BY connector_id) r USING (connector_id)\
      """;

  private static final String TOTALS =
      """
      SELECT coalesce(sum(pages), 0)::bigint AS pages, coalesce(sum(records), 0)::bigint AS records,
             coalesce(sum(refused), 0)::bigint AS refused
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
  private final Supplier<EngineFigure> engine;

  VitalSigns(Database database, Supplier<EngineFigure> engine) {
    this.database = database;
    this.engine = engine;
  }

  @Override
  public Vitals get() {
    EngineFigure job = engine.get();
    return database.snapshot(session -> read(session, job));
  }

  private static Vitals read(Session session, EngineFigure job) throws SQLException {
    Map<String, Long> streams = new HashMap<>();
    session.list(STREAMS, row -> streams.put(row.text("state"), row.bigint("streams")));
    return new Vitals(
        job,
        session.one(TOTALS, VitalSigns::totals),
        streams,
        session.list(CONNECTORS, VitalSigns::connector),
        session.list(SCORES, VitalSigns::score),
        session.list(COSTS, VitalSigns::cost));
  }

  private static TotalFigure totals(Row row) throws SQLException {
    return new TotalFigure(row.bigint("pages"), row.bigint("records"), row.bigint("refused"));
  }

  private static ConnectorFigure connector(Row row) throws SQLException {
    return new ConnectorFigure(
        row.text("name"),
        duration(row.number("lag")),
        duration(row.number("overdue")),
        row.bigint("failing"),
        row.bigint("incomplete"),
        row.bigint("rejected"));
  }

  private static @Nullable Duration duration(double seconds) {
    return Double.isNaN(seconds) ? null : Duration.ofMillis(Math.round(1000 * seconds));
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
