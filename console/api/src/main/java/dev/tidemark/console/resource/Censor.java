// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Options;
import java.util.List;
import java.util.Map;

/**
 * Takes the secrets of a connector out of what its platform said. Connectors keep them out of their
 * messages; what a platform repeats in its answers is not theirs to know.
 */
record Censor(List<String> secrets) {
  private static final String STRUCK = "***";

  /** Taking out less would strike out words that only look alike. */
  private static final int SHORTEST = 4;

  /** Of the secrets among settings, written as JSON. */
  static Censor of(Options options, String settings) {
    JsonNode given = Texts.parsed(settings);
    return new Censor(
        options.all().stream()
            .filter(Option::isSecret)
            .map(option -> given.path(option.name()).asText())
            .filter(secret -> secret.length() >= SHORTEST)
            .toList());
  }

  String of(String text) {
    String left = text;
    for (String secret : secrets) {
      left = left.replace(secret, STRUCK);
    }
    return left;
  }

  JsonNode of(JsonNode node) {
    if (node.isTextual()) {
      return JsonNodeFactory.instance.textNode(of(node.textValue()));
    }
    if (node instanceof ObjectNode object) {
      ObjectNode left = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        left.set(of(field.getKey()), of(field.getValue()));
      }
      return left;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode left = JsonNodeFactory.instance.arrayNode();
      array.forEach(it -> left.add(of(it)));
      return left;
    }
    return node;
  }
}
