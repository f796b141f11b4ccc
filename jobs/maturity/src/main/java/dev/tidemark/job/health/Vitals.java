// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.health;

import dev.tidemark.job.local.JobState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What can be measured of a running pipeline at one moment.
 *
 * @param engine what Flink says of the job
 * @param totals sums since the database began
 * @param streams how many streams are in each state, by the state's name
 * @param connectors how reading goes, by connector
 * @param scores the live scores
 * @param costs what connectors cost since they were connected
 */
public record Vitals(
    EngineFigure engine,
    TotalFigure totals,
    Map<String, Long> streams,
    List<ConnectorFigure> connectors,
    List<ScoreFigure> scores,
    List<CostFigure> costs) {
  public Vitals {
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(totals, "totals");
    streams = Map.copyOf(streams);
    connectors = List.copyOf(connectors);
    scores = List.copyOf(scores);
    costs = List.copyOf(costs);
  }

  /**
   * The job on its engine.
   *
   * @param restarts how often Flink started it again
   * @param checkpointAge since the last checkpoint that was completed; null before the first, or
   *     where the engine does not answer
   */
  public record EngineFigure(JobState state, long restarts, @Nullable Duration checkpointAge) {
    /** Of a job nobody knows anything of. */
    public static final EngineFigure UNKNOWN = new EngineFigure(JobState.UNKNOWN, 0, null);
  }

  /**
   * Sums; the database forgets old parts of them, so they may fall.
   *
   * @param pages pages committed
   * @param records records read
   * @param refused commits refused because another instance reads the stream
   */
  public record TotalFigure(long pages, long records, long refused) {}

  /**
   * How reading a connector goes.
   *
   * @param connector its organisation and name
   * @param lag age of what is known completely; null before anything is
   * @param overdue how much later than its sources' own latency and three polls its latest stream
   *     is; zero or less is in time, null where no stream has to be
   * @param failing streams that failed and are tried again on a schedule of their own
   * @param incomplete streams that are not known as far as they should be
   * @param rejected records its streams went on without, not counted yet
   */
  public record ConnectorFigure(
      String connector,
      @Nullable Duration lag,
      @Nullable Duration overdue,
      long failing,
      long incomplete,
      long rejected) {}

  /**
   * A live score.
   *
   * @param score S in 0..1
   * @param low lower end of the ignorance interval, 0..1
   * @param high upper end of the ignorance interval, 0..1
   */
  public record ScoreFigure(
      String organisation,
      String model,
      String composite,
      double score,
      double low,
      double high,
      double coverage) {}

  /**
   * What a connector costs.
   *
   * @param unit the platform's own
   * @param total since it was connected
   * @param today in this day of UTC
   * @param budget what a day may cost; NaN where it is not bounded
   */
  public record CostFigure(
      String connector, String unit, double total, double today, double budget) {}
}
