// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The description a server serves, which every answer is held to. */
record ApiDocument(JsonNode root) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<JsonNode, Schema> SCHEMAS = new ConcurrentHashMap<>();
  private static final Set<String> UNSCHEMED =
      Set.of(Visitor.EVENTS, "text/html;charset=utf-8", "image/svg+xml");
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  static ApiDocument parse(String json) {
    return new ApiDocument(json(json));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException malformed) {
      throw new UncheckedIOException(text, malformed);
    }
  }

  /** A text as JSON has it. */
  static String text(String text) {
    return JSON.getNodeFactory().textNode(text).toString();
  }

  /** Every operation, as method and path. */
  Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    root.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> {
                          if (METHODS.contains(method)) {
                            operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                          }
                        }));
    return operations;
  }

  /** Fails unless the answer is one that is described for what was asked. */
  void check(String method, String path, HttpResponse<String> answer) {
    String template = template(path);
    if (template.isEmpty()) {
      checkBody(problem(), answer);
      return;
    }
    JsonNode responses =
        root.path("paths").path(template).path(method.toLowerCase(Locale.ROOT)).path("responses");
    JsonNode described = responses.path(String.valueOf(answer.statusCode()));
    if (described.isMissingNode()) {
      assertThat(answer.statusCode())
          .as("%s %s %s", method, path, answer.body())
          .isGreaterThan(399);
      described = responses.has("default") ? responses.path("default") : problem();
    }
    checkBody(resolved(described), answer);
  }

  private JsonNode problem() {
    return root.at("/components/responses/problem");
  }

  private void checkBody(JsonNode described, HttpResponse<String> answer) {
    JsonNode content = described.path("content");
    if (content.isMissingNode()) {
      assertThat(answer.body()).isEmpty();
      return;
    }
    String type = answer.headers().firstValue("Content-Type").orElse("none");
    assertThat(content.has(type)).as("%s: %s", type, answer.body()).isTrue();
    if (UNSCHEMED.contains(type)) {
      return;
    }
    Schema schema = SCHEMAS.computeIfAbsent(content.path(type).path("schema"), this::schema);
    assertThat(schema.validate(answer.body(), InputFormat.JSON)).as(answer.body()).isEmpty();
  }

  private Schema schema(JsonNode described) {
    ObjectNode whole = JSON.createObjectNode();
    whole.set("components", root.path("components"));
    whole.setAll((ObjectNode) described);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole.toString());
  }

  /** What a reference leads to; anything else itself. */
  JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : root.at(reference.substring(1));
  }

  private String template(String path) {
    String plain = path.replaceFirst("\\?.*", "");
    TreeSet<String> found = new TreeSet<>();
    root.path("paths")
        .fieldNames()
        .forEachRemaining(
            template -> {
              if (Pattern.matches(template.replaceAll("\\{\\w+}", "[^/]+"), plain)) {
                found.add(template);
              }
            });
    return found.isEmpty() ? "" : found.last();
  }
}
