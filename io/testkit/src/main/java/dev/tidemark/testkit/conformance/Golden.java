// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.NormaliseContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A record and what it must become. They lie as {@code golden/STREAM.events.json} beside the
 * connector type's class, among its resources: an array of objects with {@code why}, {@code
 * observed} (an instant), {@code key}, {@code record} and {@code events}. Pseudonyms read {@code
 * <name>}.
 *
 * @param why what it shows
 * @param events as {@link EventDocument} writes them
 */
record Golden(String why, String stream, NormaliseContext context, Change change, JsonNode events) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The account golden records are about. */
  static final Stratum STRATUM = new Stratum("golden://account");

  /** Those of a stream; empty where there are none. */
  static List<Golden> of(ConnectorType type, String stream) {
    try (InputStream resource =
        type.getClass().getResourceAsStream("golden/" + stream + ".events.json")) {
      List<Golden> all = new ArrayList<>();
      if (resource != null) {
        JSON.readTree(resource).forEach(node -> all.add(read(stream, node)));
      }
      return all;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "golden/" + stream + ".events.json of " + type.getClass(), unreadable);
    }
  }

  private static Golden read(String stream, JsonNode node) {
    NormaliseContext context =
        new NormaliseContext(
            STRATUM,
            java.time.Instant.parse(required(node, "observed").asText()),
            name -> "<" + name + ">");
    Change change =
        Change.upsert(
            required(node, "key").asText(), Bytes.utf8(required(node, "record").toString()));
    return new Golden(
        required(node, "why").asText(), stream, context, change, required(node, "events"));
  }

  private static JsonNode required(JsonNode node, String field) {
    return Objects.requireNonNull(node.get(field), () -> "a golden record needs " + field);
  }

  /** The record as JSON. */
  JsonNode record() {
    return Objects.requireNonNull(RecordShape.parsed(change.payload()));
  }

  /** The same with another record. */
  Golden with(JsonNode other) {
    Change changed = Change.upsert(change.key(), Bytes.utf8(other.toString()));
    return new Golden(why, stream, context, changed, events);
  }

  /** What the connector makes of it. */
  List<MetricEvent> normalised(ConnectorType type) {
    List<MetricEvent> made = new ArrayList<>();
    type.normalise(stream, change, context, made::add);
    return made;
  }
}
