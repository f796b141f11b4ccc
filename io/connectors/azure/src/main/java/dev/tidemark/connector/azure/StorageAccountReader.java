// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Records;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads a storage account; what may not be known of it stays null. */
final class StorageAccountReader {
  /** Capacity is computed several times a day; after two days nobody knows it any more. */
  private static final Duration CAPACITY = Duration.ofDays(2);

  private static final Duration USE = Duration.ofDays(1);
  private static final String BY_BLOB = "BlobType eq '*' and Tier eq '*'";

  private final Resource account;
  private final Session session;
  private final ObjectNode record = Records.blank(new StorageAccountsStream().fields());
  private final ArrayNode denied = record.putArray("denied");

  StorageAccountReader(Resource account, Session session) {
    this.account = account;
    this.session = session;
  }

  Optional<ObjectNode> read() {
    configuration();
    ask(Need.STORAGE, this::service);
    ask(Need.METRICS, this::capacity);
    ask(Need.METRICS, this::use);
    return Optional.of(record);
  }

  private void configuration() {
    JsonNode properties = account.properties();
    record.put("subscription", account.subscription()).put("resource_group", account.group());
    record.put("account", account.name());
    Copies.put(record, "kind", account.json().path("kind"));
    Copies.put(record, "sku", account.json().path("sku").path("name"));
    Copies.put(record, "region", account.json().path("location"));
    Copies.put(record, "created_at", properties.path("creationTime"));
    Copies.put(record, "key_source", properties.path("encryption").path("keySource"));
    Copies.put(record, "public_access_allowed", properties.path("allowBlobPublicAccess"));
    Copies.put(record, "public_network", properties.path("publicNetworkAccess"));
    Copies.put(record, "default_action", properties.path("networkAcls").path("defaultAction"));
    Copies.put(record, "https_only", properties.path("supportsHttpsTrafficOnly"));
    Copies.put(record, "minimum_tls", properties.path("minimumTlsVersion"));
    record
        .put("tags", account.tags().size())
        .put("owner_present", session.scope().tags().hasOwner(account.tags()));
  }

  /** A lacking permission leaves unknown what it would tell; the rest is read. */
  private void ask(Need need, Runnable question) {
    try {
      question.run();
    } catch (ConnectorException refusal) {
      if (refusal.category() != Category.PERMISSION) {
        throw refusal;
      }
      denied.add(need.permission());
    }
  }

  private void service() {
    BlobService service = BlobService.of(session, account);
    Copies.put(record, "versioning", service.versioning());
    Copies.put(record, "soft_delete_days", service.softDeleteDays());
    Copies.put(record, "container_soft_delete_days", service.containerSoftDeleteDays());
  }

  private void capacity() {
    List<Monitor.Series> series =
        Monitor.hourly(
            session,
            new Monitor.Question(
                account.id() + "/blobServices/default",
                "BlobCapacity,BlobCount",
                "Average",
                BY_BLOB),
            CAPACITY);
    newest(series, "BlobCapacity")
        .ifPresent(
            hour -> {
              record.put("measured_at", hour.toString());
              record.put("bytes", total(series, "BlobCapacity", hour));
              if (newest(series, "BlobCount").filter(hour::equals).isPresent()) {
                record.put("blobs", total(series, "BlobCount", hour));
              }
            });
  }

  private static Optional<Instant> newest(List<Monitor.Series> series, String metric) {
    return series.stream()
        .filter(it -> it.metric().equals(metric))
        .flatMap(it -> it.values("average").keySet().stream())
        .max(Instant::compareTo);
  }

  /** Kinds and tiers of blobs add up. */
  private static long total(List<Monitor.Series> series, String metric, Instant hour) {
    double sum =
        series.stream()
            .filter(it -> it.metric().equals(metric))
            .mapToDouble(it -> it.values("average").getOrDefault(hour, 0.0))
            .sum();
    return Math.round(sum);
  }

  private void use() {
    for (Monitor.Series series :
        Monitor.hourly(
            session,
            new Monitor.Question(
                account.id(), "UsedCapacity,Transactions,Availability", "Average,Total", ""),
            USE)) {
      switch (series.metric()) {
        case "UsedCapacity" ->
            Optional.ofNullable(series.values("average").lastEntry())
                .ifPresent(it -> record.put("used_bytes", Math.round(it.getValue())));
        case "Transactions" ->
            series.values("total").values().stream()
                .reduce(Double::sum)
                .ifPresent(it -> record.put("transactions", Math.round(it)));
        case "Availability" ->
            series.values("average").values().stream()
                .mapToDouble(it -> it)
                .average()
                .ifPresent(it -> record.put("availability", it));
        default -> {}
      }
    }
  }
}
