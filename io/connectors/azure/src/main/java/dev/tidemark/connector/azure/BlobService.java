// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/** The blob service of a storage account as it is configured. */
record BlobService(JsonNode properties) {
  /** Asks, once a pass. */
  static BlobService of(Session session, Resource account) {
    return session
        .shared(
            "blob service of " + account.name(),
            () ->
                List.of(
                    new BlobService(
                        session
                            .get(Api.STORAGE, account.id() + "/blobServices/default")
                            .path("properties"))))
        .get(0);
  }

  /** Left out where it was never set, which means no. */
  JsonNode versioning() {
    JsonNode enabled = properties.path("isVersioningEnabled");
    return enabled.isMissingNode() || enabled.isNull() ? BooleanNode.FALSE : enabled;
  }

  JsonNode softDeleteDays() {
    return days(properties.path("deleteRetentionPolicy"));
  }

  JsonNode containerSoftDeleteDays() {
    return days(properties.path("containerDeleteRetentionPolicy"));
  }

  private static JsonNode days(JsonNode policy) {
    return policy.path("enabled").asBoolean() ? policy.path("days") : MissingNode.getInstance();
  }
}
