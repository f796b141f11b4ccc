// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.live;

import dev.tidemark.bench.process.Companion;
import dev.tidemark.bench.process.JavaOptions;
import dev.tidemark.spi.ConnectorType;
import java.nio.file.Path;
import java.util.List;

/** The job in a process of its own. */
public final class Job implements AutoCloseable {
  private final Companion process;

  private Job(Companion process) {
    this.process = process;
  }

  /**
   * Starts it on a database; it runs once this returns.
   *
   * @param offered connector types of benchmarks it finds
   * @param scratch a folder for its files, its log above all
   */
  static Job on(
      Databases databases,
      String database,
      JavaOptions options,
      List<Class<? extends ConnectorType>> offered,
      Path scratch) {
    return new Job(
        Companion.start(
            new Companion.Plan(
                "the job on " + database,
                JobMain.class,
                List.of(
                    scratch.toString(),
                    databases.address(database),
                    databases.passwordFile().toString(),
                    databases.key().toString()),
                options,
                offered,
                scratch)));
  }

  /** CPU time of its process so far, collector and compiler included, in nanoseconds. */
  public long cpuNanos() {
    return Long.parseLong(process.ask(Question.CPU.name()));
  }

  /** Bytes in its heap after full collections. */
  public long heapBytes() {
    return Long.parseLong(process.ask(Question.HEAP.name()));
  }

  public int threads() {
    return Integer.parseInt(process.ask(Question.THREADS.name()));
  }

  /** How many fetches its made-up streams have had. */
  public long polls() {
    return Long.parseLong(process.ask(Question.POLLS.name()));
  }

  /** When a real source was read. */
  public List<FetchLog.Fetch> fetches() {
    return FetchLog.parse(process.ask(Question.FETCHES.name()));
  }

  /** Begins a profile. */
  public void record() {
    process.ask(Question.RECORD.name());
  }

  /** Leaves the profile in a file. */
  public void dump(Path file) {
    process.ask(Question.DUMP.name() + " " + file);
  }

  /** What Flink says of its checkpoints. */
  public Checkpoints checkpoints() {
    String[] place = process.ready().split(" ");
    return new Checkpoints(place[0], place[1]);
  }

  /** Whether its process still runs: one that runs out of memory ends. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it, as {@code kill -9} does. */
  public void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
  }
}
