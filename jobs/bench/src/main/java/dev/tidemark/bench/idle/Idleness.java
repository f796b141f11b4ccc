// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.idle;

import dev.tidemark.bench.live.Bench;
import dev.tidemark.bench.live.Checkpoints.Checkpoint;
import dev.tidemark.bench.live.Databases;
import dev.tidemark.bench.live.Job;
import dev.tidemark.bench.workload.Trickle;
import dev.tidemark.bench.workload.WrongResultException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Has jobs poll streams that never have anything to say, so many and then more, and looks what that
 * takes.
 */
public final class Idleness {
  /** Polls are a tenth of their interval early or late at most; the machine may be busy. */
  private static final double OFTEN_ENOUGH = 0.75;

  private static final double TOO_OFTEN = 1.35;
  private static final String WRITTEN =
      "SELECT (SELECT count(*) FROM tidemark.metric_window) + (SELECT count(*) FROM"
          + " tidemark.rejected_record)";
  private static final String FAILING =
      "SELECT count(*) FROM tidemark.stream WHERE failing_since IS NOT NULL";
  private static final String CAUGHT_UP =
      "SELECT count(*) FROM tidemark.stream WHERE caught_up_at IS NOT NULL";

  private final Bench bench;
  private final Duration interval;
  private final int rounds;
  private final List<Path> recordings = new ArrayList<>();

  /**
   * Streams polled at an interval.
   *
   * @param rounds how many intervals to look at
   */
  public Idleness(Bench bench, Duration interval, int rounds) {
    this.bench = bench;
    this.interval = interval;
    this.rounds = rounds;
  }

  /**
   * Measures so many streams.
   *
   * @throws WrongResultException if they were not polled as they should, or anything was written
   *     that they did not say
   */
  public Crowd measured(int streams) {
    String database = "idle_" + streams;
    bench.say(streams + " idle streams: registering them");
    Trickle.idle(streams, interval).register(bench.databases().made(database));
    bench.databases().execute(database, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
    Path recording = bench.folder().resolve(database + ".jfr");
    recordings.add(recording);
    try (Job job = bench.job(database)) {
      bench.await(job, database, CAUGHT_UP, streams);
      Bench.pause(interval);
      Crowd crowd = watched(job, database, streams);
      job.record();
      Bench.pause(interval);
      job.dump(recording);
      examine(crowd, database);
      return crowd;
    } finally {
      bench.databases().drop(database);
    }
  }

  private Crowd watched(Job job, String database, int streams) {
    Databases databases = bench.databases();
    bench.say("watching them for " + interval.multipliedBy(rounds));
    // A checkpoint of the server writes whole pages after it: not while it is looked at.
    databases.execute(database, "CHECKPOINT");
    Effort before = Effort.now(databases, database, job);
    Bench.pause(interval.multipliedBy(rounds));
    Effort after = Effort.now(databases, database, job);
    long checkpoint =
        job.checkpoints().completed().stream().findFirst().map(Checkpoint::bytes).orElse(0L);
    int threads = job.threads();
    return new Crowd(
        streams,
        (after.atNanos() - before.atNanos()) / 1e9,
        after.polls() - before.polls(),
        after.cpuNanos() - before.cpuNanos(),
        job.heapBytes(),
        threads,
        checkpoint,
        after.walBytes() - before.walBytes(),
        after.rows() - before.rows(),
        after.statements() - before.statements());
  }

  private void examine(Crowd crowd, String database) {
    double wanted = crowd.streams() * crowd.seconds() * 1e9 / interval.toNanos();
    // A few streams may fall on one side of the beginning or the end.
    if (crowd.polls() < OFTEN_ENOUGH * wanted - 10 || crowd.polls() > TOO_OFTEN * wanted + 10) {
      throw new WrongResultException(
          "%d streams were polled %d times where %.0f were due"
              .formatted(crowd.streams(), crowd.polls(), wanted));
    }
    long written = bench.databases().number(database, WRITTEN);
    long failing = bench.databases().number(database, FAILING);
    if (written > 0 || failing > 0) {
      throw new WrongResultException(
          "idle streams led to %d windows or rejected records, %d of them fail"
              .formatted(written, failing));
    }
  }

  /** A profile of the last job that was looked at; empty before. */
  public Optional<Path> recording() {
    return recordings.isEmpty()
        ? Optional.empty()
        : Optional.of(recordings.get(recordings.size() - 1));
  }
}
