// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import dev.tidemark.http.Call;

/** The interfaces of the Resource Manager that are asked, each with the version that is spoken. */
enum Api {
  SUBSCRIPTIONS("2022-12-01"),
  STORAGE("2023-05-01"),
  METRICS("2023-10-01"),
  DATA_FACTORY("2018-06-01"),
  MACHINE_LEARNING("2024-04-01"),
  SECURITY("2020-01-01"),
  COST("2023-11-01"),
  AUTHORIZATION("2022-04-01");

  private final String version;

  Api(String version) {
    this.version = version;
  }

  String version() {
    return version;
  }

  /** The call for a path. */
  Call get(String path) {
    return Call.get(path).query("api-version", version);
  }
}
