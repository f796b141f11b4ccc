// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.Item;
import dev.tidemark.authoring.Keys;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.SnapshotStream;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;

/** Each container of blobs: who answers for it, and who can reach it. */
final class ContainersStream implements SnapshotStream<Session> {
  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "containers",
        "Containers of blobs: owner, description, class, public access, encryption, retention",
        StreamKind.SNAPSHOT,
        Duration.ofHours(6),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.ASSET_STATE, MetricNames.EXPOSURE));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("subscription", "string", "the subscription it is in"),
        new Field("account", "string", "its storage account"),
        new Field("container", "string", "its name, unique in the account"),
        new Field("urn", "string", "its name as OpenLineage writes it"),
        new Field("region", "string", "where it lies"),
        new Field("modified_at", "string", "when it, not a blob in it, last changed"),
        new Field("public_access", "string", "None, Blob or Container"),
        new Field("public_access_allowed", "boolean", "whether its account allows that; or null"),
        new Field("reached_publicly", "boolean", "whether its account's network is open to all"),
        new Field("key_source", "string", "whose key encrypts it: Microsoft.Storage or .Keyvault"),
        new Field("versioning", "boolean", "whether old versions of blobs are kept; or null"),
        new Field("soft_delete_days", "integer", "how long deleted blobs are kept; null if not"),
        new Field("immutable", "boolean", "whether a policy keeps blobs from being changed"),
        new Field("expires", "boolean", "whether a lifecycle rule deletes its blobs; or null"),
        new Field("metadata", "integer", "how many entries of metadata it has"),
        new Field("owner_present", "boolean", "whether metadata or a tag names an owner; or null"),
        new Field("described", "boolean", "whether metadata or a tag says what it holds; or null"),
        new Field("class", "string", "how sensitive metadata or a tag says it is; null without"),
        new Field(
            "exposure_approved", "boolean", "whether one of those approves that it is public"),
        new Field("denied", "array", "permissions lacking for this container"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("account", "container");
  }

  @Override
  public List<Part> parts(Session session) {
    return Resources.parts(session, Resources::storageAccounts);
  }

  @Override
  public List<Item<Session>> items(Part part, Session session) {
    Resource account = Resources.require(session, part, Resources::storageAccounts);
    return names(session, account).stream()
        .map(
            name ->
                new Item<Session>(
                    part.path() + Keys.encoded(name),
                    reading -> new ContainerReader(account, name, reading).read()))
        .toList();
  }

  /** Names of the containers of an account, without those that are deleted and only kept. */
  static List<String> names(Session session, Resource account) {
    return session.list(Api.STORAGE, account.id() + "/blobServices/default/containers").stream()
        .filter(it -> !it.path("properties").path("deleted").asBoolean())
        .map(it -> it.path("name").asText())
        .toList();
  }

  /**
   * A container's name; where a hierarchy of folders is kept, file systems are what people name.
   */
  static String urn(Resource account, String container) {
    JsonNode endpoints = account.properties().path("primaryEndpoints");
    boolean isLake = account.properties().path("isHnsEnabled").asBoolean();
    String address = endpoints.path(isLake ? "dfs" : "blob").asText("");
    String host = address.replaceFirst("^[a-z]+://", "").replaceFirst("/.*$", "");
    return Subjects.containerUrn(host.isEmpty() ? account.name() : host, container);
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    ContainerEvents.normalise(record, emitter);
  }
}
