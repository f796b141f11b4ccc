// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How far the newest job on a database has come, as its rows tell. */
public record Streams(Supplier<Sql> database) {
  private static final String UNREAD =
      """
      SELECT count(*) FROM stream_status
       WHERE caught_up_at IS NULL OR failing_since IS NOT NULL
          OR job_epoch < (SELECT max(epoch) FROM pipeline_job)\
      """;

  /** Long, as a machine may have much else to do; nothing waits longer than it must. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  public static ConditionFactory within(String what, Duration longest) {
    return Awaitility.await(what).atMost(longest).pollInterval(Duration.ofMillis(100));
  }

  /** Lets time pass. */
  public static void pass(Duration time) {
    within(time + " are over", time.plus(PATIENCE)).pollDelay(time).until(() -> true);
  }

  /** Waits until something promised within seconds holds, and prints how long that took. */
  public static void awaitAndTell(String what, BooleanSupplier holds) {
    long begin = System.nanoTime();
    within(what, PATIENCE).until(holds::getAsBoolean);
    System.out.printf("%s after %d ms%n", what, (System.nanoTime() - begin) / 1_000_000);
  }

  /** Waits until the newest job has read every stream wholly, and that is committed. */
  public void awaitRead() {
    within("all streams are read", PATIENCE)
        .ignoreExceptions()
        .until(() -> streams() == 6 && database.get().number(UNREAD) == 0);
  }

  /** Waits until that job has been registered. */
  public void awaitJob(long epoch) {
    within("job " + epoch + " is registered", PATIENCE)
        .ignoreExceptions()
        .until(() -> newest() >= epoch);
  }

  private long newest() {
    return database.get().number("SELECT coalesce(max(epoch), 0) FROM pipeline_job");
  }

  private long streams() {
    return database.get().number("SELECT count(*) FROM stream");
  }
}
