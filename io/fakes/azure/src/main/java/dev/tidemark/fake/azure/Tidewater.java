// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.azure.World.Kind;
import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.Asset;
import dev.tidemark.testkit.organisation.AssetState;
import dev.tidemark.testkit.organisation.Run;
import dev.tidemark.testkit.organisation.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What the company has in its subscription, as Azure shows it at a time: a storage account for each
 * layer with its containers and their metrics, and a factory with its runs, here; the rest by
 * {@link TidewaterModels} and {@link TidewaterPeople}.
 */
final class Tidewater {
  static final String FACTORY = "tidewater-factory";
  private static final Duration RUNS = Duration.ofDays(45);
  private static final int MEASURED_HOURS = 48;
  private static final int EXPIRY_DAYS = 365;
  private static final int PARTS = 3;

  private final Account account;
  private final InstantSource clock;

  Tidewater(Account account, InstantSource clock) {
    this.account = account;
    this.clock = clock;
  }

  /** Fills the world with how things stand now. */
  void fill(World world) {
    Instant now = clock.instant();
    world.clear();
    for (Asset asset : account.assets(now)) {
      container(asset, account.state(asset, now), world);
    }
    measure(now, world);
    world.put(Kind.FACTORY, Made.dataFactory(FACTORY));
    account
        .runs(new TimeRange(now.minus(RUNS), now))
        .forEach(run -> world.runs().put(Made.factory(FACTORY), run(run, now)));
    new TidewaterModels(account, now).fill(world);
    new TidewaterPeople(account, now).fill(world);
  }

  static String storage(Asset asset) {
    return "tidewater" + asset.database();
  }

  private void container(Asset asset, AssetState state, World world) {
    String name = storage(asset);
    ObjectNode storage =
        world
            .find(Kind.STORAGE_ACCOUNT, Made.storage(name))
            .orElseGet(() -> open(name, asset.created(), world));
    storage
        .withObject("/properties/encryption")
        .put("keySource", state.encrypted() ? "Microsoft.Keyvault" : "Microsoft.Storage");
    ObjectNode container = Made.container(name, asset.name(), state.changed());
    container
        .withObject("/properties")
        .put("publicAccess", state.exposure() == AssetState.Exposure.PUBLIC ? "Blob" : "None");
    metadata(state, container.withObject("/properties/metadata"));
    world.put(Kind.CONTAINER, container);
    world.put(Kind.CATALOGUED, catalogued(asset, state));
    if (state.written() != null) {
      long part = state.bytes() / PARTS;
      for (int i = 0; i < PARTS; i++) {
        world.store(name + "/" + asset.name(), new StoredBlob("part-" + i, part, state.written()));
      }
    }
    if (state.retained()) {
      ObjectNode rules = Made.lifecycle(name, asset.name() + "/", EXPIRY_DAYS);
      world
          .find(Kind.LIFECYCLE, rules.path("id").asText())
          .ifPresent(
              known ->
                  rules
                      .withArray("/properties/policy/rules")
                      .addAll((ArrayNode) known.at("/properties/policy/rules")));
      world.put(Kind.LIFECYCLE, rules);
    }
  }

  /** A scan has found every container; who owns it people have told the catalogue as well. */
  private static ObjectNode catalogued(Asset asset, AssetState state) {
    String id = "00000000-0000-4000-b000-%012d".formatted(asset.index());
    ObjectNode found = MapService.container(id, storage(asset), asset.name());
    found.put("description", state.description());
    if (state.owner() != null) {
      found.withArray("contact").addObject().put("id", "o").put("contactType", "Owner");
    }
    return found;
  }

  private static ObjectNode open(String name, Instant created, World world) {
    world.put(Kind.BLOB_SERVICE, Made.blobService(name));
    return world.put(Kind.STORAGE_ACCOUNT, Made.storageAccount(name, created));
  }

  /** Names of metadata follow the rules of C#: no hyphens. */
  private static void metadata(AssetState state, ObjectNode metadata) {
    if (state.owner() != null) {
      metadata.put("owner", state.owner().login());
    }
    if (state.description() != null) {
      metadata.put("description", state.description());
    }
    if (state.classification() != null) {
      String name = state.classification().name().toLowerCase(Locale.ROOT);
      metadata.put("data_classification", name);
    }
    if (state.exposure() == AssetState.Exposure.PUBLIC && state.approved()) {
      metadata.put("public_approved", "true");
    }
  }

  /** Capacity is told for whole hours. */
  private void measure(Instant now, World world) {
    world
        .all(Kind.STORAGE_ACCOUNT)
        .forEach(
            it -> {
              String name = it.path("name").asText();
              String service = Made.storage(name) + "/blobServices/default";
              Map<String, String> kind = Map.of("BlobType", "BlockBlob", "Tier", "Hot");
              capacity(name, now, service, "BlobCapacity", kind, AssetState::bytes, world);
              capacity(name, now, service, "BlobCount", kind, AssetState::rows, world);
              String id = Made.storage(name);
              capacity(name, now, id, "UsedCapacity", Map.of(), AssetState::bytes, world);
              world.measure(new Measured(id, "Transactions", Map.of(), level(now, 1_200)));
              world.measure(new Measured(id, "Availability", Map.of(), level(now, 99.98)));
            });
  }

  private void capacity(
      String storage,
      Instant now,
      String resource,
      String metric,
      Map<String, String> dimensions,
      ToDoubleFunction<AssetState> value,
      World world) {
    double sum =
        account.assets(now).stream()
            .filter(asset -> storage(asset).equals(storage))
            .mapToDouble(asset -> value.applyAsDouble(account.state(asset, now)))
            .sum();
    world.measure(new Measured(resource, metric, dimensions, level(now, sum)));
  }

  private static NavigableMap<Instant, Double> level(Instant now, double value) {
    NavigableMap<Instant, Double> points = new TreeMap<>();
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    for (int ago = 2; ago <= MEASURED_HOURS; ago++) {
      points.put(hour.minus(ago, ChronoUnit.HOURS), value);
    }
    return points;
  }

  /** A second attempt is a rerun of the first. */
  private static ObjectNode run(Run run, Instant now) {
    Run.Status status = run.status(now);
    String word =
        switch (status) {
          case SUCCEEDED -> "Succeeded";
          case FAILED -> "Failed";
          default -> "InProgress";
        };
    Instant end = status == Run.Status.RUNNING ? run.begun() : run.ended();
    Duration length = Duration.between(run.begun(), end);
    ObjectNode node = Made.run(run.id(), run.pipeline().name(), word, run.begun(), length);
    node.put("runGroupId", run.pipeline().index() + "-" + run.number())
        .put("isLatest", run.isFinal());
    return node;
  }
}
