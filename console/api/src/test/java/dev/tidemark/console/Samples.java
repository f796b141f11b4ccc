// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Requests as the description has them, and the same with one value of somebody's choice. */
final class Samples {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What the description leaves to each type of connector. */
  private static final JsonNode SETTINGS =
      ApiDocument.json("{\"host\":\"127.0.0.1\",\"port\":1,\"user\":\"u\",\"password\":\"p\"}");

  private Samples() {}

  /** The names of the parameters of its query. */
  static List<String> queries(Operation operation) {
    return Stream.of(
            operation.described(), Served.DOCUMENT.root().path("paths").path(operation.template()))
        .flatMap(it -> StreamSupport.stream(it.path("parameters").spliterator(), false))
        .map(Served.DOCUMENT::resolved)
        .filter(parameter -> parameter.path("in").asText().equals("query"))
        .map(parameter -> parameter.path("name").asText())
        .toList();
  }

  /** Its body, with this value at each place in turn; none where it takes none. */
  static List<JsonNode> bodies(Operation operation, String value) {
    JsonNode schema = operation.described().at("/requestBody/content/application~1json/schema");
    if (schema.isMissingNode()) {
      return List.of();
    }
    JsonNode body = sample("", schema);
    List<JsonNode> changed = new ArrayList<>();
    places(body, "").forEach(place -> changed.add(with(body, place, value)));
    return changed;
  }

  private static JsonNode sample(String name, JsonNode reference) {
    JsonNode schema = Served.DOCUMENT.resolved(reference);
    if (name.equals("settings")) {
      return SETTINGS;
    }
    if (schema.has("enum")) {
      return schema.path("enum").get(0);
    }
    if (schema.has("properties") || (schema.has("additionalProperties") && !schema.has("items"))) {
      return object(schema);
    }
    if (schema.has("items")) {
      return NODES.arrayNode().add(sample("", schema.path("items")));
    }
    return scalar(schema);
  }

  private static ObjectNode object(JsonNode schema) {
    ObjectNode object = NODES.objectNode();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      object.set(property.getKey(), sample(property.getKey(), property.getValue()));
    }
    if (schema.path("additionalProperties").isObject()) {
      object.set("x", sample("", schema.path("additionalProperties")));
    }
    return object;
  }

  private static JsonNode scalar(JsonNode schema) {
    String type =
        schema.path("type").isArray()
            ? schema.path("type").get(0).asText()
            : schema.path("type").asText();
    return switch (type) {
      case "integer", "number" -> NODES.numberNode(1);
      case "boolean" -> NODES.booleanNode(true);
      default -> NODES.textNode(text(schema.path("format").asText()));
    };
  }

  private static String text(String format) {
    return switch (format) {
      case "uuid" -> "00000000-0000-0000-0000-0000000000aa";
      case "date" -> "2026-01-31";
      case "date-time" -> "2026-01-31T00:00:00Z";
      case "duration" -> "PT5M";
      default -> "x";
    };
  }

  private static List<String> places(JsonNode node, String at) {
    List<String> places = new ArrayList<>();
    if (node.isValueNode()) {
      places.add(at);
    }
    node.properties()
        .forEach(each -> places.addAll(places(each.getValue(), at + "/" + each.getKey())));
    for (int item = 0; node.isArray() && item < node.size(); item++) {
      places.addAll(places(node.get(item), at + "/" + item));
    }
    return places;
  }

  private static JsonNode with(JsonNode body, String place, String value) {
    JsonNode copy = body.deepCopy();
    int last = place.lastIndexOf('/');
    JsonNode parent = copy.at(place.substring(0, last));
    String name = place.substring(last + 1);
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(name), value);
    } else {
      ((ObjectNode) parent).put(name, value);
    }
    return copy;
  }
}
