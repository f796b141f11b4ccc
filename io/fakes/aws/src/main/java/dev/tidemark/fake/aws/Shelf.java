// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

/** Where things of a kind are kept; each is JSON as its service shows it. */
public enum Shelf {
  DATABASE("Name"),
  TABLE("DatabaseName", "Name"),
  JOB("Name"),
  RUN("JobName", "Id"),
  QUALITY_RESULT("ResultId"),
  ENDPOINT("EndpointName"),
  ENDPOINT_CONFIG("EndpointConfigName"),
  MODEL("ModelName"),
  MONITORING_SCHEDULE("MonitoringScheduleName"),
  PACKAGE_GROUP("ModelPackageGroupName"),
  PACKAGE("ModelPackageArn"),
  CARD("ModelCardName");

  private final String first;
  private final String second;

  Shelf(String name) {
    this(name, name);
  }

  Shelf(String first, String second) {
    this.first = first;
    this.second = second;
  }

  /** What tells a thing from the others on the shelf. */
  String identity(com.fasterxml.jackson.databind.JsonNode thing) {
    return thing.path(first).asText() + "/" + thing.path(second).asText();
  }
}
