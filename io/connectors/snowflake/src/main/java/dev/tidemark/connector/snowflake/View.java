// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import static dev.tidemark.connector.snowflake.ViewerRole.DATA_QUALITY;
import static dev.tidemark.connector.snowflake.ViewerRole.GOVERNANCE;
import static dev.tidemark.connector.snowflake.ViewerRole.OBJECT;
import static dev.tidemark.connector.snowflake.ViewerRole.SECURITY;
import static dev.tidemark.connector.snowflake.ViewerRole.USAGE;

import java.time.Duration;

/** A view of the database SNOWFLAKE, who may see it, and how late it is by its documentation. */
enum View {
  TABLES("ACCOUNT_USAGE", OBJECT, Duration.ofMinutes(90)),
  COLUMNS("ACCOUNT_USAGE", OBJECT, Duration.ofMinutes(90)),
  OBJECT_DEPENDENCIES("ACCOUNT_USAGE", OBJECT, Duration.ofHours(3)),
  TABLE_STORAGE_METRICS("ACCOUNT_USAGE", USAGE, Duration.ofMinutes(90)),
  TASK_HISTORY("ACCOUNT_USAGE", USAGE, Duration.ofMinutes(45)),
  COPY_HISTORY("ACCOUNT_USAGE", USAGE, Duration.ofHours(2)),
  TABLE_DML_HISTORY("ACCOUNT_USAGE", USAGE, Duration.ofHours(6)),
  WAREHOUSE_METERING_HISTORY("ACCOUNT_USAGE", USAGE, Duration.ofHours(6)),
  CORTEX_AI_FUNCTIONS_USAGE_HISTORY("ACCOUNT_USAGE", USAGE, Duration.ofHours(1)),
  QUERY_HISTORY("ACCOUNT_USAGE", GOVERNANCE, Duration.ofMinutes(45)),
  ACCESS_HISTORY("ACCOUNT_USAGE", GOVERNANCE, Duration.ofHours(3)),
  TAG_REFERENCES("ACCOUNT_USAGE", GOVERNANCE, Duration.ofHours(2)),
  POLICY_REFERENCES("ACCOUNT_USAGE", GOVERNANCE, Duration.ofHours(2)),
  LOGIN_HISTORY("ACCOUNT_USAGE", SECURITY, Duration.ofHours(2)),
  USERS("ACCOUNT_USAGE", SECURITY, Duration.ofHours(2)),
  GRANTS_TO_USERS("ACCOUNT_USAGE", SECURITY, Duration.ofHours(2)),
  GRANTS_TO_SHARES("ACCOUNT_USAGE", SECURITY, Duration.ofHours(3)),
  DATA_QUALITY_MONITORING_EXPECTATION_STATUS("LOCAL", DATA_QUALITY, Duration.ofHours(1));

  private final String schema;
  private final ViewerRole role;
  private final Duration latency;

  View(String schema, ViewerRole role, Duration latency) {
    this.schema = schema;
    this.role = role;
    this.latency = latency;
  }

  ViewerRole role() {
    return role;
  }

  Duration latency() {
    return latency;
  }

  /** Its full name. */
  String path() {
    return "SNOWFLAKE." + schema + "." + name();
  }

  /** Whether only accounts of the Enterprise edition and above have it. */
  boolean isEnterprise() {
    return this == ACCESS_HISTORY || this == DATA_QUALITY_MONITORING_EXPECTATION_STATUS;
  }

  /** Whether it comes and goes with the vendor's products, so that its absence is no trouble. */
  boolean isOptional() {
    return this == CORTEX_AI_FUNCTIONS_USAGE_HISTORY;
  }
}
