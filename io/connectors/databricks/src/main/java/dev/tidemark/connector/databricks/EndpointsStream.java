// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.Item;
import dev.tidemark.authoring.Keys;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.SnapshotStream;
import dev.tidemark.http.Call;
import dev.tidemark.http.PagedReader;
import dev.tidemark.http.Paging;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Serving endpoints of the workspace, as they are set up. */
final class EndpointsStream implements SnapshotStream<Session> {
  private static final Set<String> STAGE_TAGS = Set.of("stage", "env", "environment");
  private static final Set<String> PRODUCTION = Set.of("prod", "production", "live", "prd");

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "endpoints",
        "Serving endpoints: what they serve, and who made them",
        StreamKind.SNAPSHOT,
        Duration.ofMinutes(30),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.ENDPOINT_SEEN));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("at", "string", "when it was read"),
        new Field("name", "string", "its name"),
        new Field("creation_timestamp", "integer", "when it was made, in ms since 1970"),
        new Field("creator_present", "boolean", "whether somebody is named as its maker"),
        new Field("ready", "string", "whether it answers, as the vendor words it"),
        new Field("served", "array", "the models it serves, by full name"),
        new Field("registered", "boolean", "whether all of them are of a registry"),
        new Field("version_present", "boolean", "whether the version of each is fixed"),
        new Field("stage", "string", "what a tag says it is for"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("name");
  }

  @Override
  public List<Part> parts(Session session) {
    return List.of(Part.whole());
  }

  @Override
  public List<Item<Session>> items(Part part, Session session) {
    List<Item<Session>> items = new ArrayList<>();
    list(session)
        .forEach(it -> items.add(Item.of(Keys.encoded(it.path("name").asText()), record(it))));
    return items;
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    EndpointEvents.shown(record, context, emitter);
  }

  /** Every endpoint, as the interface lists them. */
  static List<JsonNode> list(Session session) {
    List<JsonNode> found = new ArrayList<>();
    new PagedReader(Call.get("/api/2.0/serving-endpoints"), Paging.none(), "/endpoints")
        .forEach(session.conversation(), it -> found.add(Session.json(it)));
    return found;
  }

  private static ObjectNode record(JsonNode endpoint) {
    JsonNode entities = endpoint.path("config").path("served_entities");
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record
        .put("name", endpoint.path("name").asText())
        .put("creator_present", !endpoint.path("creator").asText("").isBlank())
        .put("ready", endpoint.path("state").path("ready").textValue())
        .put("registered", all(entities, "entity_name"))
        .put("version_present", all(entities, "entity_version"))
        .set("creation_timestamp", endpoint.path("creation_timestamp"));
    entities.forEach(it -> record.withArray("served").add(it.path("entity_name").textValue()));
    stage(endpoint.path("tags")).ifPresent(it -> record.put("stage", it));
    return record;
  }

  private static boolean all(JsonNode entities, String field) {
    boolean all = !entities.isEmpty();
    for (JsonNode entity : entities) {
      all &= !entity.path(field).asText("").isBlank();
    }
    return all;
  }

  private static Optional<String> stage(JsonNode tags) {
    for (JsonNode tag : tags) {
      if (STAGE_TAGS.contains(tag.path("key").asText().toLowerCase(Locale.ROOT))) {
        String stage = tag.path("value").asText().toLowerCase(Locale.ROOT);
        return Optional.of(PRODUCTION.contains(stage) ? "production" : stage);
      }
    }
    return Optional.empty();
  }
}
