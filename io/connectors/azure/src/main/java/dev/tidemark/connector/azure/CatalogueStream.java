// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.Item;
import dev.tidemark.authoring.Keys;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.Records;
import dev.tidemark.authoring.SnapshotStream;
import dev.tidemark.http.Call;
import dev.tidemark.http.HttpService;
import dev.tidemark.http.PagedReader;
import dev.tidemark.http.Paging;
import dev.tidemark.http.Payload;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What Purview knows of containers and file systems; nothing where no Purview is named. */
final class CatalogueStream implements SnapshotStream<Session> {
  private static final String PATH = "/datamap/api/search/query";
  private static final String VERSION = "2023-09-01";
  private static final Paging PAGING =
      Paging.tokenInBody("/continuationToken", "continuationToken");

  private static final String QUESTION =
      """
      {"keywords": null, "limit": 1000, "filter": {"or": [
       {"entityType": "azure_blob_container"}, {"entityType": "azure_datalake_gen2_filesystem"}]}}\
      """;

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "catalogue",
        "Containers and file systems as Purview knows them: owner, description, classification",
        StreamKind.SNAPSHOT,
        Duration.ofHours(6),
        Duration.ZERO,
        Precedence.CATALOGUE,
        List.of(MetricNames.ASSET_STATE));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("id", "string", "its id in Purview"),
        new Field("name", "string", "what it is called"),
        new Field("entity_type", "string", "azure_blob_container or the like"),
        new Field("urn", "string", "its name as OpenLineage writes it; null where it has none"),
        new Field("owner_present", "boolean", "whether somebody is named as its owner"),
        new Field("described", "boolean", "whether it has a description"),
        new Field("classifications", "integer", "how many it has"),
        new Field("class", "string", "sensitive where one of them says so; null without"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("id");
  }

  @Override
  public List<Part> parts(Session session) {
    return session.platform().purview().isPresent() ? List.of(Part.whole()) : List.of();
  }

  @Override
  public List<Item<Session>> items(Part part, Session session) {
    List<Item<Session>> items = new ArrayList<>();
    HttpService purview = session.platform().purview().orElseThrow();
    Call call = Call.post(PATH, Payload.json(QUESTION)).query("api-version", VERSION);
    new PagedReader(call, PAGING, "/value")
        .forEach(
            session.with(purview),
            found -> {
              JsonNode asset = Session.json(found);
              items.add(Item.of(Keys.encoded(asset.path("id").asText()), record(asset)));
            });
    return items;
  }

  private ObjectNode record(JsonNode asset) {
    ObjectNode record = Records.blank(fields());
    Copies.put(record, "id", asset.path("id"));
    Copies.put(record, "name", asset.path("name"));
    Copies.put(record, "entity_type", asset.path("entityType"));
    urn(asset.path("qualifiedName").asText()).ifPresent(it -> record.put("urn", it));
    record
        .put("owner_present", hasOwner(asset))
        .put("described", Records.isSaid(asset.path("description").textValue()))
        .put("classifications", asset.path("classification").size());
    for (JsonNode classification : asset.path("classification")) {
      if (isSensitive(classification.asText())) {
        record.put("class", "sensitive");
      }
    }
    return record;
  }

  private static boolean hasOwner(JsonNode asset) {
    boolean named = Records.isSaid(asset.path("owner").textValue());
    for (JsonNode contact : asset.path("contact")) {
      named |= contact.path("contactType").asText().equals("Owner");
    }
    return named;
  }

  /** The vendor's own classes of what is about people, money and secrets. */
  private static boolean isSensitive(String classification) {
    return classification.startsWith("MICROSOFT.PERSONAL.")
        || classification.startsWith("MICROSOFT.FINANCIAL.")
        || classification.startsWith("MICROSOFT.SECURITY.");
  }

  /** Purview names a container by its address. */
  private static Optional<String> urn(String address) {
    if (!address.matches("https://[^/]+/[^/]+/?")) {
      return Optional.empty();
    }
    URI uri = URI.create(address);
    String container = uri.getPath().replace("/", "");
    return Optional.of(Subjects.containerUrn(uri.getHost(), container));
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    record.text("name");
    if (!record.knows("urn")) {
      return;
    }
    Map<String, String> facts = new TreeMap<>();
    facts.put("asset.kind", "container");
    facts.put("owner.present", Boolean.toString(record.flag("owner_present")));
    facts.put("described", Boolean.toString(record.flag("described")));
    record.findText("class").ifPresent(it -> facts.put("class", it));
    emitter.state(MetricNames.ASSET_STATE, Subjects.container(record.text("urn")), facts);
  }
}
