// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.live;

import dev.tidemark.bench.process.JavaOptions;
import dev.tidemark.bench.workload.TrickleConnectorType;
import dev.tidemark.embedded.EmbeddedServer;
import dev.tidemark.spi.ConnectorType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * What an aim is measured with that has no contestants: a server of its own, and jobs on it.
 *
 * @param folder for everything that is left while it runs
 * @param options of every job's Java virtual machine
 */
public record Bench(
    Databases databases, Path folder, JavaOptions options, Consumer<String> progress) {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /**
   * A server as {@code tidemark up} starts one, that also keeps when transactions were committed
   * and what statements there were.
   */
  public static EmbeddedServer server(Path folder) {
    return EmbeddedServer.at(folder).withSetting("track_commit_timestamp", "on").start();
  }

  /** Says what is being done. */
  public void say(String text) {
    progress.accept(text);
  }

  /** Starts the job on a database. */
  public Job job(String database) {
    return job(database, List.of(TrickleConnectorType.class, TimedConnectorType.class));
  }

  /** Starts the job on a database, with these connector types of benchmarks. */
  public Job job(String database, List<Class<? extends ConnectorType>> offered) {
    return Job.on(databases, database, options, offered, folder.resolve(database));
  }

  /**
   * Waits until a question to a database is answered with a number as large as that.
   *
   * @throws IllegalStateException if it never is, or the job has ended
   */
  public void await(Job job, String database, String question, long wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (long is = ask(job, database, question); is < wanted; is = ask(job, database, question)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "%s: %d where %d were awaited within %s".formatted(database, is, wanted, PATIENCE));
      }
      pause(LOOK_AGAIN);
    }
  }

  private long ask(Job job, String database, String question) {
    if (!job.isAlive()) {
      throw new IllegalStateException(
          "the job on " + database + " has ended by itself; see " + folder.resolve(database));
    }
    return databases.number(database, question);
  }

  /** Lets time pass. */
  public static void pause(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
