// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Options as a JSON Schema, draft 2020-12. */
final class OptionsSchema {
  private OptionsSchema() {}

  static ObjectNode of(Options options) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    options.all().forEach(option -> describe(option, properties.putObject(option.name())));
    require(options, schema);
    schema.put("additionalProperties", false);
    options.rules().forEach(rule -> rule.describe(schema));
    return schema;
  }

  private static <T> void describe(Option<T> option, ObjectNode property) {
    if (!option.description().isEmpty()) {
      property.put("description", option.description());
    }
    option.type().describe(property);
    option.defaultValue().ifPresent(value -> option.type().describeDefault(property, value));
  }

  private static void require(Options options, ObjectNode schema) {
    ArrayNode required = schema.arrayNode();
    options.all().stream().filter(Option::isRequired).map(Option::name).forEach(required::add);
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
  }
}
