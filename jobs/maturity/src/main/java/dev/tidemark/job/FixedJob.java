// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job;

import java.util.Optional;
import java.util.UUID;
import org.apache.flink.configuration.PipelineOptionsInternal;
import org.apache.flink.configuration.ReadableConfig;

/**
 * The job an application cluster was made for. Where its JobManager fails and another takes over,
 * Flink runs the main class again but goes on with the graph it kept: a new submission would
 * supersede that graph and never run itself, so it has to be the same one.
 */
final class FixedJob {
  private FixedJob() {}

  /** Flink's id of the job, if the cluster has fixed it; empty where every run of main is new. */
  static Optional<UUID> id(ReadableConfig configuration) {
    return configuration
        .getOptional(PipelineOptionsInternal.PIPELINE_FIXED_JOB_ID)
        .map(id -> new UUID(half(id, 0), half(id, 16)));
  }

  private static long half(String id, int from) {
    return Long.parseUnsignedLong(id, from, from + 16, 16);
  }
}
