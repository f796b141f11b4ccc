// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

/** Full names of the metrics the connector feeds. */
final class Metrics {
  static final String ASSET_STATE = "tidemark.data.asset.state";
  static final String ASSET_COUNT = "tidemark.data.asset.count";
  static final String ASSET_SIZE = "tidemark.data.asset.size";
  static final String ASSET_READ = "tidemark.data.asset.read";
  static final String ASSET_WRITE = "tidemark.data.asset.write";
  static final String LINEAGE = "tidemark.data.asset.lineage";
  static final String FRESHNESS_LAG = "tidemark.data.freshness.lag";
  static final String QUERY = "tidemark.data.query";
  static final String LOGIN = "tidemark.identity.login";
  static final String ACTIVE = "tidemark.identity.principal.active";
  static final String ENTITLED = "tidemark.identity.principal.entitled";
  static final String PRIVILEGED = "tidemark.access.grant.privileged";
  static final String USED = "tidemark.access.grant.used";
  static final String HEARTBEAT = "tidemark.connector.heartbeat";
  static final String LAG = "tidemark.connector.lag";
  static final String ELIGIBLE = "tidemark.connector.asset.eligible";
  static final String PERMISSION_MISSING = "tidemark.connector.permission.missing";

  private Metrics() {}
}
