// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

/** Full names of the metrics the connector feeds. */
final class Metrics {
  static final String ASSET_STATE = "tidemark.data.asset.state";
  static final String ASSET_COUNT = "tidemark.data.asset.count";
  static final String ASSET_SIZE = "tidemark.data.asset.size";
  static final String LINEAGE = "tidemark.data.asset.lineage";
  static final String EXPOSURE = "tidemark.data.exposure";
  static final String FRESHNESS_LAG = "tidemark.data.freshness.lag";
  static final String CHECK = "tidemark.data.quality.check";
  static final String CHECK_LAST = "tidemark.data.quality.check.last";
  static final String RUN = "tidemark.data.pipeline.run";
  static final String RUN_DURATION = "tidemark.data.pipeline.run.duration";
  static final String RECOVERY = "tidemark.data.pipeline.recovery.duration";
  static final String MODEL_STATE = "tidemark.ai.model.state";
  static final String ENDPOINT_SEEN = "tidemark.ai.endpoint.seen";
  static final String HEARTBEAT = "tidemark.connector.heartbeat";
  static final String LAG = "tidemark.connector.lag";
  static final String ELIGIBLE = "tidemark.connector.asset.eligible";
  static final String PERMISSION_MISSING = "tidemark.connector.permission.missing";

  private Metrics() {}
}
