// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Records;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads an online endpoint and what its deployments serve. */
final class EndpointReader {
  private final Resource workspace;
  private final JsonNode endpoint;
  private final Session session;
  private final ObjectNode record = Records.blank(new EndpointsStream().fields());

  EndpointReader(Resource workspace, JsonNode endpoint, Session session) {
    this.workspace = workspace;
    this.endpoint = endpoint;
    this.session = session;
  }

  Optional<ObjectNode> read() {
    Map<String, String> tags = Resource.tags(endpoint.path("tags"));
    record
        .put("subscription", workspace.subscription())
        .put("workspace", workspace.name())
        .put("owner_present", session.scope().tags().hasOwner(tags))
        .put("stage", session.scope().tags().stage(tags));
    Copies.put(record, "endpoint", endpoint.path("name"));
    Copies.put(record, "id", endpoint.path("id"));
    Copies.put(record, "state", endpoint.path("properties").path("provisioningState"));
    Copies.put(record, "auth_mode", endpoint.path("properties").path("authMode"));
    Copies.put(record, "created_at", endpoint.path("systemData").path("createdAt"));
    deployments();
    return Optional.of(record);
  }

  /** A model may also be a folder or an address, which no registry knows. */
  private void deployments() {
    TreeSet<String> models = new TreeSet<>();
    int unregistered = 0;
    boolean collects = false;
    for (JsonNode deployment : Models.deployments(session, endpoint.path("id").asText())) {
      JsonNode properties = deployment.path("properties");
      Optional<String> model = Models.id(properties.path("model").asText(""));
      model.ifPresent(models::add);
      unregistered += model.isPresent() ? 0 : 1;
      collects |= !properties.path("dataCollector").path("collections").isEmpty();
    }
    models.forEach(record.putArray("models")::add);
    record.put("unregistered", unregistered).put("data_collected", collects);
  }
}
