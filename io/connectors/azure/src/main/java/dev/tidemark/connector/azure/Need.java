// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import dev.tidemark.authoring.MetricNames;
import java.util.List;

/** What the connector asks for, each with the role that allows it and what it feeds. */
enum Need {
  STORAGE(
      "Reader: storage accounts and containers",
      MetricNames.ASSET_STATE,
      MetricNames.ASSET_COUNT,
      MetricNames.EXPOSURE),
  METRICS("Monitoring Reader: metrics", MetricNames.ASSET_SIZE, MetricNames.ENDPOINT_SEEN),
  RUNS(
      "querypipelineruns/action: pipeline runs",
      MetricNames.RUN,
      MetricNames.RUN_DURATION,
      MetricNames.RECOVERY),
  LEARNING(
      "Reader: machine learning workspaces", MetricNames.ENDPOINT_SEEN, MetricNames.MODEL_STATE),
  POSTURE("Security Reader: secure scores", MetricNames.POSTURE),
  ASSIGNMENTS("Reader: role assignments", MetricNames.ENTITLED, MetricNames.PRIVILEGED),
  COSTS("Cost Management Reader: costs", MetricNames.COST);

  private final String permission;
  private final String metrics;

  Need(String permission, String... metrics) {
    this.permission = permission;
    this.metrics = String.join(" ", metrics);
  }

  /** The role, and what it lets be read. */
  String permission() {
    return permission;
  }

  /** What cannot be told without it. */
  List<String> metrics() {
    return List.of(metrics.split(" "));
  }
}
