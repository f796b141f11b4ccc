// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.health;

import dev.tidemark.job.health.Vitals.CostFigure;
import dev.tidemark.job.health.Vitals.ScoreFigure;
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
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The pipeline's vitals as metrics, read anew at every scrape. */
final class PipelineMetrics implements MultiCollector {
  private final Supplier<Vitals> vitals;

  PipelineMetrics(Supplier<Vitals> vitals) {
    this.vitals = vitals;
  }

  @Override
  public MetricSnapshots collect() {
    Vitals now = vitals.get();
    return MetricSnapshots.of(
        job(now),
        counter("tidemark_job_restarts", "Times Flink started the job again.", now.restarts()),
        counter("tidemark_pages_committed", "Pages committed to the database.", now.pages()),
        counter("tidemark_records_read", "Records read from sources.", now.records()),
        streams(now),
        lags(now),
        costs(now),
        costs(now, "tidemark_connector_cost_today", "Cost in this day of UTC.", CostFigure::today),
        costs(
            now,
            "tidemark_connector_cost_budget",
            "What a day of UTC may cost, where it is bounded.",
            CostFigure::budget),
        scores(now, "tidemark_score", "S in 0..1.", ScoreFigure::score),
        scores(now, "tidemark_score_low", "Low end of the interval, 0..1.", ScoreFigure::low),
        scores(now, "tidemark_score_high", "High end of the interval, 0..1.", ScoreFigure::high),
        scores(now, "tidemark_score_coverage", "Evidence seen, 0..1.", ScoreFigure::coverage));
  }

  private static MetricSnapshot job(Vitals now) {
    StateSetDataPointSnapshot.Builder states = StateSetDataPointSnapshot.builder();
    for (JobState state : JobState.values()) {
      states.state(state.name().toLowerCase(Locale.ROOT), state == now.job());
    }
    return StateSetSnapshot.builder()
        .name("tidemark_job")
        .help("Where the job stands.")
        .dataPoint(states.build())
        .build();
  }

  private static MetricSnapshot counter(String name, String help, long value) {
    return CounterSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(CounterDataPointSnapshot.builder().value((double) value).build())
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

  private static MetricSnapshot lags(Vitals now) {
    GaugeSnapshot.Builder gauge =
        gauge("tidemark_connector_lag_seconds", "Age of what was read last of a connector.");
    now.lags()
        .forEach(
            (connector, lag) ->
                gauge.dataPoint(point(Labels.of("connector", connector), lag.toMillis() / 1000.0)));
    return gauge.build();
  }

  private static MetricSnapshot costs(Vitals now) {
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
