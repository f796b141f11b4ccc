// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import dev.tidemark.testkit.fake.Answer;
import java.util.Map;

/** Refusals as the Resource Manager words them. */
final class AzureError {
  private AzureError() {}

  static Answer of(int status, String code, String message) {
    return Answer.json(status, Map.of("error", Map.of("code", code, "message", message)));
  }

  static Answer denied(String action) {
    return of(
        403,
        "AuthorizationFailed",
        "The client does not have authorization to perform action '" + action + "' over scope.");
  }

  static Answer unknown(String what) {
    return of(404, "ResourceNotFound", "The Resource '" + what + "' was not found.");
  }
}
