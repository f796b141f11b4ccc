// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.scaling;

import dev.tidemark.bench.live.Bench;
import dev.tidemark.bench.live.Job;
import dev.tidemark.bench.live.TrickleOracle;
import dev.tidemark.bench.workload.Trickle;
import dev.tidemark.bench.workload.WrongResultException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Reads the same records a second from few connectors and from many.
 *
 * @param rate records a second
 * @param longest how far polls are apart at most
 * @param time to look at it
 */
public record Connectors(Bench bench, int rate, Duration longest, Duration time) {
  private static final int KEYS = 20;
  private static final int PAGE = 1_000;
  private static final String RECORDS =
      "SELECT coalesce(sum(settled_count), 0)::bigint FROM tidemark.metric_window WHERE grain ="
          + " 'DAY'";
  private static final String READ = "SELECT count(*) FROM tidemark.stream WHERE cursor <> '{}'";

  /**
   * Measures so many.
   *
   * @throws WrongResultException if a window is not what its stream's cursor says
   */
  public Spreading measured(int connectors) {
    String database = "connectors_" + connectors;
    Trickle trickle = trickle(connectors);
    bench.say(
        "%d connectors, %d records every %s each"
            .formatted(connectors, trickle.records(), trickle.interval()));
    trickle.register(bench.databases().made(database));
    try (Job job = bench.job(database)) {
      bench.await(job, database, READ, connectors);
      Bench.pause(trickle.interval());
      Spreading spreading = watched(job, database, trickle);
      new TrickleOracle(bench.databases(), database, trickle).examine();
      return spreading;
    } finally {
      bench.databases().drop(database);
    }
  }

  /** As large pages as there are, and polls as far apart as may be. */
  private Trickle trickle(int connectors) {
    double pagesPerSecond = (double) rate / PAGE / connectors;
    long millis = Math.min(longest.toMillis(), Math.max(1_000, Math.round(1_000 / pagesPerSecond)));
    int records = (int) Math.max(1, Math.round(rate * (millis / 1e3) / connectors));
    Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
    return new Trickle(connectors, records, KEYS, Duration.ofMillis(millis), yesterday);
  }

  private Spreading watched(Job job, String database, Trickle trickle) {
    long records = bench.databases().number(database, RECORDS);
    long cpu = job.cpuNanos();
    long begin = System.nanoTime();
    Bench.pause(time);
    long arrived = bench.databases().number(database, RECORDS);
    double due = trickle.records() * (double) trickle.streams() / trickle.interval().toMillis();
    return new Spreading(
        trickle.streams(),
        due * 1e3,
        (System.nanoTime() - begin) / 1e9,
        arrived - records,
        job.cpuNanos() - cpu,
        job.threads());
  }
}
