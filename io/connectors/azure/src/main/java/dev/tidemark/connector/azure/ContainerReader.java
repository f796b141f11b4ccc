// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Records;
import dev.tidemark.authoring.TagReader;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a container, with what it takes over from its account. */
final class ContainerReader {
  private final Resource account;
  private final String name;
  private final Session session;
  private final ObjectNode record = Records.blank(new ContainersStream().fields());
  private final ArrayNode denied = record.putArray("denied");

  ContainerReader(Resource account, String name, Session session) {
    this.account = account;
    this.name = name;
    this.session = session;
  }

  Optional<ObjectNode> read() {
    JsonNode properties =
        session
            .get(Api.STORAGE, account.id() + "/blobServices/default/containers/" + name)
            .path("properties");
    record.put("subscription", account.subscription()).put("account", account.name());
    record.put("container", name).put("urn", ContainersStream.urn(account, name));
    Copies.put(record, "region", account.json().path("location"));
    Copies.put(record, "modified_at", properties.path("lastModifiedTime"));
    access(properties);
    Copies.put(record, "key_source", account.properties().path("encryption").path("keySource"));
    record.put("immutable", isImmutable(properties));
    described(Resource.tags(properties.path("metadata")));
    ask(this::service);
    ask(() -> record.put("expires", Lifecycle.of(session, account).expires(name)));
    return Optional.of(record);
  }

  private void access(JsonNode container) {
    JsonNode properties = account.properties();
    boolean isOpen =
        !properties.path("publicNetworkAccess").asText("Enabled").equals("Disabled")
            && !properties.path("networkAcls").path("defaultAction").asText("Allow").equals("Deny");
    Copies.put(record, "public_access", container.path("publicAccess"));
    if (record.path("public_access").isNull()) {
      record.put("public_access", "None");
    }
    Copies.put(record, "public_access_allowed", properties.path("allowBlobPublicAccess"));
    record.put("reached_publicly", isOpen);
  }

  private static boolean isImmutable(JsonNode properties) {
    return properties.path("hasImmutabilityPolicy").asBoolean()
        || properties.path("hasLegalHold").asBoolean();
  }

  private void described(Map<String, String> metadata) {
    Map<String, String> all = new HashMap<>(account.tags());
    metadata.forEach((key, value) -> all.put(key.replace('_', '-'), value));
    TagReader tags = session.scope().tags();
    record.put("metadata", metadata.size()).put("exposure_approved", tags.isApproved(all));
    put("owner_present", tags.hasOwner(all));
    put("described", tags.isDescribed(all));
    tags.sensitivity(all).ifPresent(it -> record.put("class", it));
  }

  /** What is not said here may be said in Purview, where that is asked. */
  private void put(String field, boolean said) {
    if (said || session.platform().purview().isEmpty()) {
      record.put(field, said);
    }
  }

  private void service() {
    BlobService service = BlobService.of(session, account);
    Copies.put(record, "versioning", service.versioning());
    Copies.put(record, "soft_delete_days", service.softDeleteDays());
  }

  private void ask(Runnable question) {
    try {
      question.run();
    } catch (ConnectorException refusal) {
      if (refusal.category() != Category.PERMISSION) {
        throw refusal;
      }
      denied.add(Need.STORAGE.permission());
    }
  }
}
