// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Things of Azure Machine Learning as the service describes them. */
final class Learned {
  private Learned() {}

  static ObjectNode workspace(String name) {
    ObjectNode it = thing(Made.workspace(name), "Microsoft.MachineLearningServices/workspaces");
    it.put("location", "westeurope").put("kind", "Default");
    it.putObject("properties").put("friendlyName", name).put("provisioningState", "Succeeded");
    return it;
  }

  static ObjectNode endpoint(String workspace, String name, Instant created) {
    ObjectNode it = thing(id(workspace, "onlineEndpoints", name), "onlineEndpoints");
    it.put("location", "westeurope").put("kind", "Managed");
    it.putObject("tags");
    it.putObject("properties")
        .put("authMode", "Key")
        .put("provisioningState", "Succeeded")
        .put("scoringUri", "https://" + name + ".westeurope.inference.ml.azure.com/score")
        .putObject("traffic")
        .put("blue", 100);
    return system(it, created);
  }

  static ObjectNode deployment(
      String workspace, String endpoint, String name, String model, Instant created) {
    ObjectNode it =
        thing(id(workspace, "onlineEndpoints", endpoint) + "/deployments/" + name, "deployments");
    it.put("location", "westeurope");
    it.putObject("properties")
        .put("endpointComputeType", "Managed")
        .put("model", model)
        .put("provisioningState", "Succeeded")
        .put("instanceType", "Standard_DS3_v2");
    return system(it, created);
  }

  static ObjectNode model(String workspace, String name, @Nullable String description) {
    ObjectNode it = thing(id(workspace, "models", name), "models");
    ObjectNode properties =
        it.putObject("properties").put("description", description).put("isArchived", false);
    properties.putObject("tags");
    properties.putObject("properties");
    return it;
  }

  static ObjectNode version(String workspace, String model, int number, Instant registered) {
    ObjectNode it =
        thing(id(workspace, "models", model) + "/versions/" + number, "models/versions");
    ObjectNode properties =
        it.putObject("properties")
            .put("modelType", "mlflow_model")
            .put("modelUri", "azureml://datastores/w/paths/" + model)
            .put("isArchived", false)
            .putNull("description");
    properties.putObject("tags");
    properties.putObject("properties");
    return system(it, registered);
  }

  static String id(String workspace, String kind, String name) {
    return Made.workspace(workspace) + "/" + kind + "/" + name;
  }

  private static ObjectNode thing(String id, String type) {
    String name = id.substring(id.lastIndexOf('/') + 1);
    return Made.object().put("id", id).put("name", name).put("type", type);
  }

  private static ObjectNode system(ObjectNode it, Instant created) {
    it.putObject("systemData")
        .put("createdAt", AzureTime.text(created))
        .put("createdBy", "somebody@tidewater.example")
        .put("createdByType", "User");
    return it;
  }
}
