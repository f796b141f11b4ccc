// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.util.List;

/** What becomes of an account's blobs with time: the rules that are on. */
record Lifecycle(JsonNode rules) {
  /** Asks, once a pass; an account without a policy has none. */
  static Lifecycle of(Session session, Resource account) {
    return session
        .shared("lifecycle of " + account.name(), () -> List.of(read(session, account)))
        .get(0);
  }

  private static Lifecycle read(Session session, Resource account) {
    try {
      String path = account.id() + "/managementPolicies/default";
      JsonNode policy = session.get(Api.STORAGE, path).path("properties").path("policy");
      return new Lifecycle(policy.path("rules"));
    } catch (ConnectorException absent) {
      if (absent.category() == Category.NOT_FOUND) {
        return new Lifecycle(MissingNode.getInstance());
      }
      throw absent;
    }
  }

  /** Whether a rule deletes the blobs of a whole container after some time. */
  boolean expires(String container) {
    for (JsonNode rule : rules) {
      boolean isOn = rule.path("enabled").asBoolean(true);
      JsonNode definition = rule.path("definition");
      if (isOn && deletes(definition.path("actions")) && covers(definition, container)) {
        return true;
      }
    }
    return false;
  }

  private static boolean deletes(JsonNode actions) {
    return !actions.path("baseBlob").path("delete").isMissingNode();
  }

  private static boolean covers(JsonNode definition, String container) {
    JsonNode filters = definition.path("filters");
    if (!filters.path("blobIndexMatch").isEmpty()) {
      return false;
    }
    boolean some = filters.path("prefixMatch").isEmpty();
    for (JsonNode prefix : filters.path("prefixMatch")) {
      some |= prefix.asText().equals(container) || prefix.asText().equals(container + "/");
    }
    return some;
  }
}
