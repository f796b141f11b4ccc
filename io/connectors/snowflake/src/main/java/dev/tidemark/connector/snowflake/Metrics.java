// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

/** Full names of the metrics the connector feeds. */
final class Metrics {
  static final String ASSET_STATE = "tidemark.data.asset.state";
  static final String ASSET_COUNT = "tidemark.data.asset.count";
  static final String ASSET_SIZE = "tidemark.data.asset.size";
  static final String ASSET_READ = "tidemark.data.asset.read";
  static final String ASSET_WRITE = "tidemark.data.asset.write";
  static final String LINEAGE = "tidemark.data.asset.lineage";
  static final String PROTECTION = "tidemark.data.column.protection";
  static final String CHECK = "tidemark.data.quality.check";
  static final String LAST_CHECK = "tidemark.data.quality.check.last";
  static final String SCHEMA_CHANGE = "tidemark.data.schema.change";
  static final String RUN = "tidemark.data.pipeline.run";
  static final String RUN_DURATION = "tidemark.data.pipeline.run.duration";
  static final String RECOVERY = "tidemark.data.pipeline.recovery.duration";
  static final String OBJECT_CHANGE = "tidemark.change.object";
  static final String QUERY = "tidemark.data.query";
  static final String EXPOSURE = "tidemark.data.exposure";
  static final String LOGIN = "tidemark.identity.login";
  static final String ACTIVE = "tidemark.identity.principal.active";
  static final String ENTITLED = "tidemark.identity.principal.entitled";
  static final String PRIVILEGED = "tidemark.access.grant.privileged";
  static final String USED = "tidemark.access.grant.used";
  static final String TOKENS = "gen_ai.client.token.usage";
  static final String SEAT_ACTIVE = "tidemark.ai.seat.active";
  static final String COST = "tidemark.cost.amount";
  static final String HEARTBEAT = "tidemark.connector.heartbeat";
  static final String LAG = "tidemark.connector.lag";
  static final String ELIGIBLE = "tidemark.connector.asset.eligible";
  static final String PERMISSION_MISSING = "tidemark.connector.permission.missing";

  private Metrics() {}
}
