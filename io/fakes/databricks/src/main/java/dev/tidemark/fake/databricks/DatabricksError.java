// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import dev.tidemark.testkit.fake.Answer;
import java.util.Map;

/** Errors as the REST interfaces word them. */
final class DatabricksError {
  private DatabricksError() {}

  static Answer of(int status, String code, String message) {
    return Answer.json(status, Map.of("error_code", code, "message", message));
  }

  static Answer unknown(String what) {
    return of(404, "RESOURCE_DOES_NOT_EXIST", what + " does not exist.");
  }

  static Answer denied(String what) {
    return of(403, "PERMISSION_DENIED", "User does not have permission on " + what + ".");
  }

  static Answer invalid(String what) {
    return of(400, "INVALID_PARAMETER_VALUE", what);
  }
}
