// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.soak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.e2e.world.FlinkCluster;
import java.util.Map;

/** The last checkpoint of a job, as the cluster's REST interface tells of it. */
public record Checkpoints(FlinkCluster cluster, int job) implements Instrument {
  private static final double KILOBYTE = 1_024;

  @Override
  public Map<String, Double> read() {
    JsonNode told = cluster.ask("/jobs/" + cluster.job(job).path("jid").asText() + "/checkpoints");
    JsonNode last = told.at("/latest/completed");
    if (last.isMissingNode() || last.isNull()) {
      throw new IllegalStateException("job " + job + " has no checkpoint");
    }
    return Map.of(
        "flink.state_kb", last.path("state_size").asDouble() / KILOBYTE,
        "flink.checkpoint_ms", last.path("end_to_end_duration").asDouble(),
        "flink.checkpoints_done", told.at("/counts/completed").asDouble(),
        "flink.checkpoints_not_done", told.at("/counts/failed").asDouble(),
        "flink.restores", told.at("/counts/restored").asDouble());
  }
}
