// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.authoring.Part;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Something the Resource Manager lists.
 *
 * @param id its path, as the vendor writes it; case does not matter in it
 * @param tags by name
 * @param json all that is told of it
 */
record Resource(
    String id,
    String subscription,
    String group,
    String name,
    Map<String, String> tags,
    JsonNode json) {
  Resource {
    tags = Map.copyOf(tags);
  }

  static Resource of(JsonNode json) {
    String id = json.path("id").asText();
    String[] parts = id.split("/");
    if (parts.length < 9 || !parts[1].equalsIgnoreCase("subscriptions")) {
      throw ConnectorException.of(
          Category.DATA, "Azure lists a resource without a full id: it is tried again later");
    }
    return new Resource(
        id,
        parts[2].toLowerCase(Locale.ROOT),
        parts[4].toLowerCase(Locale.ROOT),
        parts[8].toLowerCase(Locale.ROOT),
        tags(json.path("tags")),
        json);
  }

  /** The part of the tenant that it is. */
  Part part() {
    return Part.of(subscription, group, name);
  }

  JsonNode properties() {
    return json.path("properties");
  }

  static Map<String, String> tags(JsonNode tags) {
    Map<String, String> map = new HashMap<>();
    tags.properties().forEach(tag -> map.put(tag.getKey(), tag.getValue().asText("")));
    return map;
  }
}
