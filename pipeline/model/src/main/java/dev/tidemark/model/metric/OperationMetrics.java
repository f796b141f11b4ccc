// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.metric;

import java.util.List;

/** Rows 16 to 23: pipelines, deployments, changes. */
final class OperationMetrics {
  static final List<Metric> ALL =
      List.of(
          Entry.own(16, "data.pipeline.run")
              .sum("{run}")
              .with("outcome", "environment")
              .hourly()
              .metric(),
          Entry.own(17, "data.pipeline.run.duration")
              .histogram("s")
              .with("outcome", "environment")
              .metric(),
          Entry.own(18, "data.pipeline.recovery.duration")
              .histogram("s")
              .with("environment")
              .metric(),
          Entry.openTelemetry(19, "cicd.pipeline.run.duration")
              .histogram("s")
              .with(
                  "cicd.pipeline.name",
                  "cicd.pipeline.run.state",
                  "cicd.pipeline.result",
                  "error.type")
              .metric(),
          Entry.openTelemetry(20, "cicd.pipeline.run.errors")
              .sum("{error}")
              .with("cicd.pipeline.name", "error.type")
              .metric(),
          Entry.own(21, "change.lead_time").histogram("s").with("deployable").metric(),
          Entry.own(22, "change.deployment")
              .sum("{deployment}")
              .with("outcome", "deployable", "environment")
              .metric(),
          Entry.own(23, "change.object").sum("{change}").with("actor", "environment").metric());

  private OperationMetrics() {}
}
