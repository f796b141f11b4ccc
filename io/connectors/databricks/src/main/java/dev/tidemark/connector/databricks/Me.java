// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.http.Call;

/** Who the connector is to the workspace: what it runs itself is nobody's use of data. */
final class Me {
  private Me() {}

  /** Its name as system tables have it: a user's mail address or a service's application id. */
  static String name(Session session) {
    JsonNode me =
        Session.json(session.conversation().recall(Call.get("/api/2.0/preview/scim/v2/Me")).body());
    return me.path("userName").asText("");
  }
}
