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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Registered models of Unity Catalog, with their versions and aliases. */
final class ModelsStream implements SnapshotStream<Session> {
  private static final String PATH = "/api/2.1/unity-catalog/models";
  private static final String PAGE = "100";
  private static final PagedReader ALL =
      new PagedReader(
          Call.get(PATH).query("max_results", PAGE),
          Paging.token("/next_page_token", "page_token"),
          "/registered_models");

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "models",
        "Registered models, their owners, versions and aliases",
        StreamKind.SNAPSHOT,
        Duration.ofHours(1),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.MODEL_STATE));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("at", "string", "when it was read"),
        new Field("full_name", "string", "catalogue, schema and name"),
        new Field("owner_present", "boolean", "whether it has an owner"),
        new Field("described", "boolean", "whether it has a comment"),
        new Field("created_at", "integer", "when it was made, in ms since 1970"),
        new Field("version_count", "integer", "how many versions are ready"),
        new Field("aliases", "array", "the aliases of its versions"),
        new Field("in_production", "boolean", "whether an alias means production"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("full_name");
  }

  @Override
  public List<Part> parts(Session session) {
    return List.of(Part.whole());
  }

  @Override
  public List<Item<Session>> items(Part part, Session session) {
    List<Item<Session>> items = new ArrayList<>();
    ALL.forEach(session.conversation(), found -> add(Session.json(found), items, session));
    return items;
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("registered", "true");
    facts.put("owner.present", Boolean.toString(record.flag("owner_present")));
    facts.put("version.present", Boolean.toString(record.count("version_count") > 0));
    facts.put("described", Boolean.toString(record.flag("described")));
    if (!record.texts("aliases").isEmpty()) {
      facts.put("stage", record.flag("in_production") ? "production" : "development");
    }
    record
        .findCount("created_at")
        .ifPresent(it -> facts.put("created.day", Emitter.day(java.time.Instant.ofEpochMilli(it))));
    emitter.state(
        MetricNames.MODEL_STATE, Subjects.model(context, record.text("full_name")), facts);
  }

  /** How many there are in the catalogues that are read. */
  static int count(Session session) {
    List<Item<Session>> items = new ArrayList<>();
    ALL.forEach(session.conversation(), found -> add(Session.json(found), items, session));
    return items.size();
  }

  private static void add(JsonNode model, List<Item<Session>> items, Session session) {
    String name = model.path("full_name").asText();
    if (session.scope().catalogs().contains(model.path("catalog_name").asText())) {
      items.add(
          new Item<Session>(Keys.encoded(name), reading -> Optional.of(record(name, reading))));
    }
  }

  private static ObjectNode record(String name, Session session) {
    String path = PATH + "/" + Call.segment(name);
    JsonNode model = session.ask(Call.get(path).query("include_aliases", "true"));
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record
        .put("full_name", name)
        .put("owner_present", !model.path("owner").asText("").isBlank())
        .put("described", !model.path("comment").asText("").isBlank())
        .put("version_count", versions(path, session))
        .set("created_at", model.path("created_at"));
    boolean production = false;
    record.putArray("aliases");
    for (JsonNode alias : model.path("aliases")) {
      String word = alias.path("alias_name").asText().toLowerCase(Locale.ROOT);
      record.withArray("aliases").add(word);
      production |= session.scope().production().contains(word);
    }
    return record.put("in_production", production);
  }

  private static long versions(String path, Session session) {
    long[] ready = {0};
    new PagedReader(
            Call.get(path + "/versions").query("max_results", PAGE),
            Paging.token("/next_page_token", "page_token"),
            "/model_versions")
        .forEach(
            session.conversation(),
            found ->
                ready[0] += Session.json(found).path("status").asText().equals("READY") ? 1 : 0);
    return ready[0];
  }
}
