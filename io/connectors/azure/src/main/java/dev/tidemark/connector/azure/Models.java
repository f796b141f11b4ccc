// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What workspaces of Azure Machine Learning list. */
final class Models {
  private static final String REGISTRY = "azureml://registries/";

  private Models() {}

  static List<JsonNode> endpoints(Session session, Resource workspace) {
    return session.list(Api.MACHINE_LEARNING, workspace.id() + "/onlineEndpoints");
  }

  static List<JsonNode> deployments(Session session, String endpoint) {
    return session.list(Api.MACHINE_LEARNING, endpoint + "/deployments");
  }

  /**
   * A version of a registered model.
   *
   * @param model as the registry describes all its versions
   */
  record Version(JsonNode model, JsonNode version) {}

  /** Every version of every model in the workspace's registry. */
  static List<Version> versions(Session session, Resource workspace) {
    List<Version> versions = new ArrayList<>();
    for (JsonNode model : session.list(Api.MACHINE_LEARNING, workspace.id() + "/models")) {
      String path = model.path("id").asText() + "/versions";
      session
          .list(Api.MACHINE_LEARNING, path)
          .forEach(version -> versions.add(new Version(model, version)));
    }
    return versions;
  }

  /** The id of a registered model as a deployment names it, in small letters. */
  static Optional<String> id(String named) {
    String small = named.toLowerCase(Locale.ROOT);
    boolean isRegistered =
        small.startsWith(REGISTRY)
            || (small.startsWith("/subscriptions/") && small.contains("/models/"));
    return isRegistered ? Optional.of(small.replace("azureml:/", "")) : Optional.empty();
  }
}
