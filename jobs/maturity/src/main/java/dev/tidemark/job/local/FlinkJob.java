// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A job on a Flink cluster. Safe for use by several threads. */
public final class FlinkJob {
  private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(50);

  private final FlinkRest rest;
  private final String id;

  FlinkJob(FlinkRest rest, String id) {
    this.rest = rest;
    this.id = id;
  }

  /** Flink's own name for it. */
  public String id() {
    return id;
  }

  /** The cluster it runs on. */
  public FlinkAddress address() {
    return rest.address();
  }

  /** Where it stands; a cluster that does not answer is a state too. */
  public JobState state() {
    try {
      return JobState.of(rest.get("/jobs/" + id).path("state").asText());
    } catch (FlinkException unreachable) {
      return JobState.UNKNOWN;
    }
  }

  /** How often Flink has started it again; 0 where the cluster does not say. */
  public long restarts() {
    try {
      JsonNode metrics = rest.get("/jobs/" + id + "/metrics?get=numRestarts");
      return metrics.path(0).path("value").asLong();
    } catch (FlinkException unreachable) {
      return 0;
    }
  }

  /**
   * When its last checkpoint was completed; empty before that, or where the cluster does not say.
   */
  public Optional<Instant> checkpointedAt() {
    try {
      JsonNode last = rest.get("/jobs/" + id + "/checkpoints").path("latest").path("completed");
      return last.hasNonNull("latest_ack_timestamp")
          ? Optional.of(Instant.ofEpochMilli(last.path("latest_ack_timestamp").asLong()))
          : Optional.empty();
    } catch (FlinkException unreachable) {
      return Optional.empty();
    }
  }

  /** What made it fail last, in one line; empty where nothing did. */
  public Optional<String> failure() {
    try {
      JsonNode exceptions = rest.get("/jobs/" + id + "/exceptions?maxExceptions=1");
      return RootCause.in(exceptions.path("root-exception").asText(""));
    } catch (FlinkException unreachable) {
      return Optional.ofNullable(unreachable.getMessage());
    }
  }

  /** Cancels it and waits for its end, at most for the patience given. */
  public void cancel(Duration patience) {
    rest.patch("/jobs/" + id + "?mode=cancel");
    long end = System.nanoTime() + patience.toNanos();
    while (!state().isOver() && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_AGAIN);
    }
  }
}
