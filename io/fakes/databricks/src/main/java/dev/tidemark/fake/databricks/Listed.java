// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.fake.Answer;

/** Things as listings show them. */
final class Listed {
  private Listed() {}

  static ObjectNode principal(long n, String name) {
    return Answer.JSON
        .createObjectNode()
        .put("id", Long.toString(n))
        .put(name, "made-" + n + "@example.test")
        .put("active", true);
  }

  static ObjectNode endpoint(String name, String creator, long created, String model) {
    ObjectNode endpoint = Answer.JSON.createObjectNode();
    endpoint
        .put("name", name)
        .put("id", "id-" + name)
        .put("creator", creator)
        .put("creation_timestamp", created);
    endpoint.putObject("state").put("ready", "READY").put("config_update", "NOT_UPDATING");
    endpoint
        .putObject("config")
        .putArray("served_entities")
        .addObject()
        .put("name", "current")
        .put("entity_name", model)
        .put("entity_version", "1");
    endpoint.putArray("tags").addObject().put("key", "env").put("value", "prod");
    return endpoint;
  }

  static ObjectNode model(String fullName, String owner, String comment, long created) {
    String[] parts = fullName.split("\\.");
    ObjectNode model = Answer.JSON.createObjectNode();
    model
        .put("full_name", fullName)
        .put("catalog_name", parts[0])
        .put("schema_name", parts[1])
        .put("name", parts[2])
        .put("owner", owner)
        .put("comment", comment)
        .put("created_at", created)
        .putArray("aliases");
    return model;
  }

  static void alias(ObjectNode model, String alias, long version) {
    model.withArray("aliases").addObject().put("alias_name", alias).put("version_num", version);
  }

  static ObjectNode version(String model, long number, long created) {
    return Answer.JSON
        .createObjectNode()
        .put("model_name", model)
        .put("version", number)
        .put("status", "READY")
        .put("created_at", created)
        .put("run_id", "run-" + number);
  }
}
