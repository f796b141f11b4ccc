// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.Description;
import dev.tidemark.spi.Discovery;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * What a released connector promised: its options as JSON Schema and its streams with their fields.
 * The promise of the last release lies as {@code released.json} beside the connector type's class.
 */
public final class Release {
  /** The name of the resource. */
  public static final String RESOURCE = "released.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Release() {}

  /** The promise of the last release; empty where there was none. */
  static Optional<JsonNode> last(ConnectorType type) {
    try (InputStream resource = type.getClass().getResourceAsStream(RESOURCE)) {
      return resource == null ? Optional.empty() : Optional.of(JSON.readTree(resource));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(RESOURCE + " of " + type.getClass(), unreadable);
    }
  }

  /** What a connector promises now. */
  public static JsonNode of(Description description, Discovery discovery) {
    ObjectNode release = JSON.createObjectNode();
    release.put("type", description.type()).put("version", description.version());
    release.set("options", schema(description));
    ObjectNode streams = release.putObject("streams");
    description
        .streams()
        .forEach(
            it -> streams.putObject(it.name()).put("kind", it.kind().name()).putObject("fields"));
    for (Discovery.DiscoveredStream stream : discovery.streams()) {
      JsonNode known = streams.path(stream.description().name()).path("fields");
      if (known instanceof ObjectNode fields) {
        stream.fields().forEach(field -> fields.put(field.name(), field.type()));
      }
    }
    return release;
  }

  private static JsonNode schema(Description description) {
    try {
      return JSON.readTree(description.options().jsonSchema());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a schema is JSON", impossible);
    }
  }
}
