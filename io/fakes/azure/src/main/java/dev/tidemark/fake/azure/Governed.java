// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Scores of Defender and roles as the services describe them. */
final class Governed {
  private static final String SUBSCRIPTION = "/subscriptions/" + World.SUBSCRIPTION;

  private Governed() {}

  static ObjectNode score(String name, double current, double max) {
    ObjectNode it =
        Made.object()
            .put("id", SUBSCRIPTION + "/providers/Microsoft.Security/secureScores/" + name)
            .put("name", name)
            .put("type", "Microsoft.Security/secureScores");
    ObjectNode properties = it.putObject("properties").put("displayName", name).put("weight", 67);
    properties
        .putObject("score")
        .put("max", max)
        .put("current", current)
        .put("percentage", max == 0 ? 0 : Math.round(current / max * 10_000) / 10_000.0);
    return it;
  }

  static ObjectNode assignment(
      String name, String principal, String type, String role, String scope, Instant created) {
    ObjectNode it =
        Made.object()
            .put("id", scope + "/providers/Microsoft.Authorization/roleAssignments/" + name)
            .put("name", name)
            .put("type", "Microsoft.Authorization/roleAssignments");
    String roles = SUBSCRIPTION + "/providers/Microsoft.Authorization/roleDefinitions/";
    it.putObject("properties")
        .put("roleDefinitionId", roles + role)
        .put("principalId", principal)
        .put("principalType", type)
        .put("scope", scope)
        .put("createdOn", AzureTime.text(created));
    return it;
  }
}
