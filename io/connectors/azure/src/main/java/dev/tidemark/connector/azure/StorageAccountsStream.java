// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.Item;
import dev.tidemark.authoring.Keys;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.SnapshotStream;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Each storage account: how it is configured, and what it holds by the metrics of the hour. */
final class StorageAccountsStream implements SnapshotStream<Session> {
  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "storage_accounts",
        "Storage accounts: encryption, access, versioning, soft delete, tags, size and use",
        StreamKind.SNAPSHOT,
        Duration.ofHours(1),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.ASSET_SIZE));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("subscription", "string", "the subscription it is in"),
        new Field("resource_group", "string", "the resource group it is in"),
        new Field("account", "string", "its name, unique in the cloud"),
        new Field("kind", "string", "StorageV2, BlobStorage or the like"),
        new Field("sku", "string", "how it is replicated and how fast it is"),
        new Field("region", "string", "where it lies"),
        new Field("created_at", "string", "when it was made"),
        new Field("key_source", "string", "whose key encrypts it: Microsoft.Storage or .Keyvault"),
        new Field("public_access_allowed", "boolean", "whether containers may be public; or null"),
        new Field("public_network", "string", "Enabled, Disabled or SecuredByPerimeter; or null"),
        new Field("default_action", "string", "what the firewall does with strangers; or null"),
        new Field("https_only", "boolean", "whether requests without TLS are refused"),
        new Field("minimum_tls", "string", "the oldest TLS it speaks"),
        new Field("versioning", "boolean", "whether old versions of blobs are kept"),
        new Field("soft_delete_days", "integer", "how long deleted blobs are kept; null if not"),
        new Field("container_soft_delete_days", "integer", "the same of containers"),
        new Field("tags", "integer", "how many it has"),
        new Field("owner_present", "boolean", "whether a tag names an owner"),
        new Field("bytes", "integer", "in blobs, by the newest capacity metric; null without one"),
        new Field("blobs", "integer", "by the newest capacity metric; null without one"),
        new Field("used_bytes", "integer", "in all services, by the newest metric; or null"),
        new Field("measured_at", "string", "hour of the newest capacity metric of blobs"),
        new Field("transactions", "integer", "requests of the last day; null without a point"),
        new Field("availability", "number", "percent of the last day; null without a point"),
        new Field("denied", "array", "permissions lacking for this account"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("account");
  }

  @Override
  public List<Part> parts(Session session) {
    return Resources.subscriptionParts(session);
  }

  @Override
  public List<Item<Session>> items(Part part, Session session) {
    return Resources.storageAccounts(session, part.place()).stream()
        .map(
            account ->
                new Item<Session>(
                    part.path() + Keys.encoded(account.name()),
                    reading -> new StorageAccountReader(account, reading).read()))
        .toList();
  }

  /** Of containers apart the platform measures nothing. */
  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    record.findCount("soft_delete_days");
    record
        .findCount("bytes")
        .ifPresent(
            bytes ->
                emitter
                    .at(record.instant("measured_at"))
                    .gauge(
                        MetricNames.ASSET_SIZE,
                        (double) bytes,
                        null,
                        Attributes.of(
                            Map.of(
                                "asset.kind", "container", "database", record.text("account")))));
  }
}
