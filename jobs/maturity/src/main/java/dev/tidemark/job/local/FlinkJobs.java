// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The jobs of a Flink cluster. Safe for use by several threads. */
public final class FlinkJobs {
  private final FlinkRest rest;

  private FlinkJobs(FlinkRest rest) {
    this.rest = rest;
  }

  /** Of the cluster at an address, which is asked at each call. */
  public static FlinkJobs at(FlinkAddress address) {
    return new FlinkJobs(new FlinkRest(address));
  }

  /**
   * What a cluster has room for.
   *
   * @param version Flink's
   * @param slots tasks of each step it can run side by side
   * @param free how many of them nobody uses
   */
  public record Room(String version, int slots, int free) {}

  /**
   * What the cluster has room for.
   *
   * @throws FlinkException if it does not answer
   */
  public Room room() {
    JsonNode overview = rest.get("/overview");
    return new Room(
        overview.path("flink-version").asText(),
        overview.path("slots-total").asInt(),
        overview.path("slots-available").asInt());
  }

  /**
   * The job of that name, running or not; empty if the cluster has none.
   *
   * @throws FlinkException if the cluster does not answer
   */
  public Optional<FlinkJob> named(String name) {
    return StreamSupport.stream(rest.get("/jobs/overview").path("jobs").spliterator(), false)
        .filter(job -> job.path("name").asText().equals(name))
        .map(job -> new FlinkJob(rest, job.path("jid").asText()))
        .findFirst();
  }
}
