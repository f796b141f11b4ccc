// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Somebody else's schema; where each is from, says SOURCES.md beside them. */
final class VendorSchema {
  private static final JsonMapper JSON = new JsonMapper();

  private final Schema schema;

  private VendorSchema(SpecificationVersion version, JsonNode schema) {
    this.schema = SchemaRegistry.withDefaultDialect(version).getSchema(schema.toString());
  }

  static VendorSchema compose() {
    ObjectNode schema = load("compose-spec.json");
    // Its own address is none anybody could ask.
    schema.remove(List.of("$schema", "$id"));
    return new VendorSchema(SpecificationVersion.DRAFT_7, schema);
  }

  static VendorSchema flinkDeployment() {
    ObjectNode schema = load("flink-kubernetes-operator-1.12.1.json");
    // What every object has, Kubernetes adds by itself.
    close(schema.path("properties"));
    return new VendorSchema(SpecificationVersion.DRAFT_2020_12, schema);
  }

  /** Of one of Kubernetes' own kinds. */
  static VendorSchema kubernetes(String apiVersion, String kind) {
    ObjectNode schema = load("kubernetes-1.31.json");
    close(schema);
    for (var definition : schema.path("$defs").properties()) {
      for (JsonNode name : definition.getValue().path("x-kubernetes-group-version-kind")) {
        String group = name.path("group").asText();
        String version = (group.isEmpty() ? "" : group + "/") + name.path("version").asText();
        if (version.equals(apiVersion) && name.path("kind").asText().equals(kind)) {
          schema.put("$ref", "#/$defs/" + definition.getKey());
          return new VendorSchema(SpecificationVersion.DRAFT_2020_12, schema);
        }
      }
    }
    throw new IllegalArgumentException("no schema of " + apiVersion + " " + kind + " is kept");
  }

  /** What is wrong with a document; empty if nothing is. */
  List<String> problems(JsonNode document) {
    return schema.validate(document.toString(), InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  /** Kubernetes drops what it does not know, without a word: a misspelt field must not pass. */
  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")
        && !object.has("x-kubernetes-preserve-unknown-fields")) {
      object.put("additionalProperties", false);
    }
    node.forEach(VendorSchema::close);
  }

  private static ObjectNode load(String name) {
    try (InputStream file = VendorSchema.class.getResourceAsStream("schema/" + name)) {
      return (ObjectNode) JSON.readTree(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
