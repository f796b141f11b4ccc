// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

/** Full names of the catalogue's metrics that connectors feed. */
public final class MetricNames {
  public static final String ASSET_STATE = "tidemark.data.asset.state";
  public static final String ASSET_COUNT = "tidemark.data.asset.count";
  public static final String ASSET_SIZE = "tidemark.data.asset.size";
  public static final String ASSET_READ = "tidemark.data.asset.read";
  public static final String ASSET_WRITE = "tidemark.data.asset.write";
  public static final String LINEAGE = "tidemark.data.asset.lineage";
  public static final String PROTECTION = "tidemark.data.column.protection";
  public static final String CHECK = "tidemark.data.quality.check";
  public static final String CHECK_LAST = "tidemark.data.quality.check.last";
  public static final String FRESHNESS_LAG = "tidemark.data.freshness.lag";
  public static final String SCHEMA_CHANGE = "tidemark.data.schema.change";
  public static final String RUN = "tidemark.data.pipeline.run";
  public static final String RUN_DURATION = "tidemark.data.pipeline.run.duration";
  public static final String RECOVERY = "tidemark.data.pipeline.recovery.duration";
  public static final String OBJECT_CHANGE = "tidemark.change.object";
  public static final String ACTIVE = "tidemark.identity.principal.active";
  public static final String ENTITLED = "tidemark.identity.principal.entitled";
  public static final String LOGIN = "tidemark.identity.login";
  public static final String PRIVILEGED = "tidemark.access.grant.privileged";
  public static final String USED = "tidemark.access.grant.used";
  public static final String QUERY = "tidemark.data.query";
  public static final String EXPOSURE = "tidemark.data.exposure";
  public static final String POSTURE = "tidemark.security.posture.score";
  public static final String MODEL_STATE = "tidemark.ai.model.state";
  public static final String ENDPOINT_SEEN = "tidemark.ai.endpoint.seen";
  public static final String MODEL_RELEASE = "tidemark.ai.model.release";
  public static final String MODEL_PROMOTION = "tidemark.ai.model.promotion.duration";
  public static final String OPERATION_DURATION = "gen_ai.client.operation.duration";
  public static final String TOKENS = "gen_ai.client.token.usage";
  public static final String GATEWAY_REQUEST = "tidemark.ai.gateway.request";
  public static final String SEAT_ACTIVE = "tidemark.ai.seat.active";
  public static final String SEAT_LICENSED = "tidemark.ai.seat.licensed";
  public static final String COST = "tidemark.cost.amount";
  public static final String HEARTBEAT = "tidemark.connector.heartbeat";
  public static final String LAG = "tidemark.connector.lag";
  public static final String ELIGIBLE = "tidemark.connector.asset.eligible";
  public static final String PERMISSION_MISSING = "tidemark.connector.permission.missing";

  private MetricNames() {}
}
