// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.health;

import dev.tidemark.job.local.JobState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What can be measured of a running pipeline at one moment.
 *
 * @param restarts how often Flink started the job again
 * @param streams how many streams are in each state, by the state's name
 * @param lags how far behind its source each connector is, by name
 * @param pages pages committed since the database began
 * @param records records read since the database began
 * @param scores the live scores
 * @param costs what connectors cost since they were connected
 */
public record Vitals(
    JobState job,
    long restarts,
    Map<String, Long> streams,
    Map<String, Duration> lags,
    long pages,
    long records,
    List<ScoreFigure> scores,
    List<CostFigure> costs) {
  public Vitals {
    Objects.requireNonNull(job, "job");
    streams = Map.copyOf(streams);
    lags = Map.copyOf(lags);
    scores = List.copyOf(scores);
    costs = List.copyOf(costs);
  }

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
