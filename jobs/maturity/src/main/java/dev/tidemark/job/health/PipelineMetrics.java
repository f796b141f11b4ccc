// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.health;

import dev.tidemark.job.health.Vitals.ConnectorFigure;
import dev.tidemark.job.health.Vitals.CostFigure;
import dev.tidemark.job.health.Vitals.ScoreFigure;
import dev.tidemark.job.health.Vitals.TotalFigure;
import dev.tidemark.job.local.JobState;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot.StateSetDataPointSnapshot;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pipeline's vitals as metrics, read anew at every scrape. */
final class PipelineMetrics implements MultiCollector {
  private final Supplier<Vitals> vitals;
  private final Rising pages = new Rising();
  private final Rising records = new Rising();
  private final Rising refused = new Rising();

  PipelineMetrics(Supplier<Vitals> vitals) {
    this.vitals = vitals;
  }

  @Override
  public MetricSnapshots collect() {
    Vitals now = vitals.get();
    return MetricSnapshots.of(
        Stream.of(engine(now), totals(now), reading(now), costs(now), scores(now))
            .flatMap(part -> part)
            .toArray(MetricSnapshot[]::new));
  }

  private static Stream<MetricSnapshot> engine(Vitals now) {
    return Stream.of(
        job(now),
        counter(
            "tidemark_job_restarts",
            "Times Flink started the job again.",
            (double) now.engine().restarts()),
        checkpoint(now));
  }

  private Stream<MetricSnapshot> totals(Vitals now) {
    TotalFigure totals = now.totals();
    return Stream.of(
        counter(
            "tidemark_pages_committed",
            "Pages committed to the database.",
            pages.at(totals.pages())),
        counter(
            "tidemark_records_read", "Records read from sources.", records.at(totals.records())),
        counter(
            "tidemark_commits_refused",
            "Commits refused because another instance reads the stream, or the database does not"
                + " take what they hold.",
            refused.at(totals.refused())));
  }

  private static Stream<MetricSnapshot> reading(Vitals now) {
    return Stream.of(
        streams(now),
        connectors(
            now,
            "tidemark_connector_lag_seconds",
            "Age of what is known completely of a connector.",
            it -> seconds(it.lag())),
        connectors(
            now,
            "tidemark_connector_overdue_seconds",
            "How much later than its source's latency and three polls a connector's latest stream"
                + " is; zero if it is in time.",
            it -> Math.max(0, seconds(it.overdue()))),
        connectors(
            now,
            "tidemark_connector_failing_streams",
            "Streams of a connector that fail and are tried again on a schedule of their own.",
            it -> (double) it.failing()),
        connectors(
            now,
            "tidemark_connector_incomplete_streams",
            "Streams of a connector that are not known as far as they should be.",
            it -> (double) it.incomplete()),
        connectors(
            now,
            "tidemark_rejected_records",
            "Records a connector's streams went on without that do not count yet.",
            it -> (double) it.rejected()));
  }

  private static Stream<MetricSnapshot> costs(Vitals now) {
    return Stream.of(
        spent(now),
        costs(now, "tidemark_connector_cost_today", "Cost in this day of UTC.", CostFigure::today),
        costs(
            now,
            "tidemark_connector_cost_budget",
            "What a day of UTC may cost, where it is bounded.",
            CostFigure::budget));
  }

  private static Stream<MetricSnapshot> scores(Vitals now) {
    return Stream.of(
        scores(now, "tidemark_score", "S in 0..1.", ScoreFigure::score),
        scores(now, "tidemark_score_low", "Low end of the interval, 0..1.", ScoreFigure::low),
        scores(now, "tidemark_score_high", "High end of the interval, 0..1.", ScoreFigure::high),
        scores(now, "tidemark_score_coverage", "Evidence seen, 0..1.", ScoreFigure::coverage));
  }

  private static MetricSnapshot job(Vitals now) {
    StateSetDataPointSnapshot.Builder states = StateSetDataPointSnapshot.builder();
    for (JobState state : JobState.values()) {
      states.state(state.name().toLowerCase(Locale.ROOT), state == now.engine().state());
    }
    return StateSetSnapshot.builder()
        .name("tidemark_job")
        .help("Where the job stands.")
        .dataPoint(states.build())
        .build();
  }

  private static MetricSnapshot counter(String name, String help, double value) {
    return CounterSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(CounterDataPointSnapshot.builder().value(value).build())
        .build();
  }

  private static MetricSnapshot streams(Vitals now) {
    GaugeSnapshot.Builder gauge = gauge("tidemark_streams", "Streams by state.");
    now.streams()
        .forEach(
            (state, count) ->
                gauge.dataPoint(point(Labels.of("state", state), count.doubleValue())));
    return gauge.build();
  }

  private static MetricSnapshot checkpoint(Vitals now) {
    GaugeSnapshot.Builder gauge =
        gauge("tidemark_checkpoint_age_seconds", "Time since the last checkpoint was completed.");
    double age = seconds(now.engine().checkpointAge());
    return Double.isNaN(age) ? gauge.build() : gauge.dataPoint(point(Labels.EMPTY, age)).build();
  }

  private static MetricSnapshot connectors(
      Vitals now, String name, String help, ToDoubleFunction<ConnectorFigure> value) {
    GaugeSnapshot.Builder gauge = gauge(name, help);
    for (ConnectorFigure it : now.connectors()) {
      double known = value.applyAsDouble(it);
      if (!Double.isNaN(known)) {
        gauge.dataPoint(point(Labels.of("connector", it.connector()), known));
      }
    }
    return gauge.build();
  }

  private static double seconds(@Nullable Duration duration) {
    return duration == null ? Double.NaN : duration.toMillis() / 1000.0;
  }

  private static MetricSnapshot spent(Vitals now) {
    CounterSnapshot.Builder counter =
        CounterSnapshot.builder()
            .name("tidemark_connector_cost")
            .help("What reading cost in the platform's units, since it was connected.");
    now.costs()
        .forEach(
            it ->
                counter.dataPoint(
                    CounterDataPointSnapshot.builder()
                        .labels(labels(it))
                        .value(it.total())
                        .build()));
    return counter.build();
  }

  private static MetricSnapshot costs(
      Vitals now, String name, String help, ToDoubleFunction<CostFigure> value) {
    GaugeSnapshot.Builder gauge = gauge(name, help);
    now.costs().stream()
        .filter(it -> !Double.isNaN(value.applyAsDouble(it)))
        .forEach(it -> gauge.dataPoint(point(labels(it), value.applyAsDouble(it))));
    return gauge.build();
  }

  private static Labels labels(CostFigure cost) {
    return Labels.of("connector", cost.connector(), "unit", cost.unit());
  }

  private static MetricSnapshot scores(
      Vitals now, String name, String help, ToDoubleFunction<ScoreFigure> value) {
    GaugeSnapshot.Builder gauge = gauge(name, help);
    now.scores()
        .forEach(score -> gauge.dataPoint(point(labels(score), value.applyAsDouble(score))));
    return gauge.build();
  }

  private static Labels labels(ScoreFigure score) {
    return Labels.of(
        "organisation", score.organisation(),
        "model", score.model(),
        "composite", score.composite());
  }

  private static GaugeSnapshot.Builder gauge(String name, String help) {
    return GaugeSnapshot.builder().name(name).help(help);
  }

  private static GaugeDataPointSnapshot point(Labels labels, double value) {
    return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
  }
}
