// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

/** What a role must be granted to see a view. */
enum ViewerRole {
  OBJECT("DATABASE ROLE SNOWFLAKE.OBJECT_VIEWER"),
  USAGE("DATABASE ROLE SNOWFLAKE.USAGE_VIEWER"),
  GOVERNANCE("DATABASE ROLE SNOWFLAKE.GOVERNANCE_VIEWER"),
  SECURITY("DATABASE ROLE SNOWFLAKE.SECURITY_VIEWER"),
  DATA_QUALITY("APPLICATION ROLE SNOWFLAKE.DATA_QUALITY_MONITORING_VIEWER");

  private final String granted;

  ViewerRole(String granted) {
    this.granted = granted;
  }

  /** Its last name, for people. */
  String title() {
    return granted.substring(granted.indexOf('.') + 1);
  }

  /** The statement that grants it. */
  String grantTo(String role) {
    return "GRANT " + granted + " TO ROLE " + role;
  }
}
