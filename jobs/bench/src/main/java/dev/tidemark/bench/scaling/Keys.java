// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.scaling;

import dev.tidemark.bench.live.Bench;
import dev.tidemark.bench.live.Checkpoints.Checkpoint;
import dev.tidemark.bench.live.Job;
import dev.tidemark.bench.live.TrickleOracle;
import dev.tidemark.bench.workload.Trickle;
import dev.tidemark.bench.workload.WrongResultException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Keeps so many keys, and kills the job.
 *
 * @param time to look at checkpoints
 * @param kills how often the job is killed
 */
public record Keys(Bench bench, Duration time, int kills) {
  private static final int STREAMS = 20;
  private static final int RECORDS = 250;

  /** Kills must not all come at the same moment after a checkpoint. */
  private static final Duration SETTLING = Duration.ofSeconds(7);

  private static final String WINDOWS =
      "SELECT count(*) FROM tidemark.metric_window WHERE grain = 'DAY'";

  /** Accepted commits so far: each moves the sequence of its stream. */
  private static final String COMMITS =
      "SELECT coalesce(sum(sequence), 0)::bigint FROM tidemark.stream";

  /**
   * Measures so many.
   *
   * @throws WrongResultException if a window is not what its stream's cursor says, before or after
   *     a kill
   */
  public Recovery measured(long keys) {
    String database = "keys_" + keys;
    bench.say("%,d keys: loading them".formatted(keys));
    Trickle trickle = trickle(keys);
    trickle.register(bench.databases().made(database));
    try {
      return measured(keys, database, trickle);
    } catch (IllegalStateException ended) {
      bench.say("not measured: " + ended.getMessage());
      return Recovery.failed(keys, String.valueOf(ended.getMessage()));
    } finally {
      bench.databases().drop(database);
    }
  }

  private static Trickle trickle(long keys) {
    Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
    return new Trickle(STREAMS, RECORDS, (int) (keys / STREAMS), Duration.ofSeconds(1), yesterday);
  }

  private Recovery measured(long keys, String database, Trickle trickle) {
    TrickleOracle oracle = new TrickleOracle(bench.databases(), database, trickle);
    long begin = System.nanoTime();
    Job job = bench.job(database);
    try {
      bench.await(job, database, WINDOWS, keys / STREAMS * STREAMS);
      double loaded = (System.nanoTime() - begin) / 1e9;
      Bench.pause(time);
      List<Checkpoint> checkpoints = job.checkpoints().completed();
      long heap = job.heapBytes();
      List<Double> recoveries = new ArrayList<>();
      for (int kill = 0; kill < kills; kill++) {
        bench.say("killing the job");
        long killed = System.nanoTime();
        job.kill();
        bench.databases().awaitNobody(database);
        long before = bench.databases().number(database, COMMITS);
        job = bench.job(database);
        bench.await(job, database, COMMITS, before + 1);
        recoveries.add((System.nanoTime() - killed) / 1e9);
        oracle.examine();
        Bench.pause(SETTLING);
      }
      return new Recovery(
          keys,
          loaded,
          heap,
          most(checkpoints, Checkpoint::millis),
          most(checkpoints, Checkpoint::bytes),
          recoveries,
          "");
    } finally {
      job.close();
    }
  }

  private static long most(List<Checkpoint> checkpoints, ToLongFunction<Checkpoint> figure) {
    return checkpoints.stream().mapToLong(figure).max().orElse(0);
  }
}
