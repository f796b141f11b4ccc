// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.azure.World.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Things that are made up: each of them differs from all others. */
final class Examples {
  static final String ACCOUNT = "madeup";
  static final String FACTORY = "made-factory";

  /** More than fit into a page while the tenant is examined. */
  private static final int BLOBS = 7;

  static final String WORKSPACE = "made-workspace";

  /** Numbers are unique in this process: records made in any way never share one. */
  private static final AtomicLong NEXT = new AtomicLong(500_000_000L);

  private Examples() {}

  /** What everything else lies in. */
  static void fill(World world, Instant now) {
    if (world.find(Kind.STORAGE_ACCOUNT, Made.storage(ACCOUNT)).isEmpty()) {
      storageAccount(ACCOUNT, world, now);
      world.put(Kind.FACTORY, Made.dataFactory(FACTORY));
      world.put(Kind.WORKSPACE, Learned.workspace(WORKSPACE));
    }
  }

  static long number() {
    return NEXT.incrementAndGet();
  }

  static String storageAccount(String name, World world, Instant now) {
    ObjectNode account = world.put(Kind.STORAGE_ACCOUNT, Made.storageAccount(name, now));
    account.withObject("/tags").put("owner", "somebody");
    world.put(Kind.BLOB_SERVICE, Made.blobService(name));
    Instant hour = now.truncatedTo(ChronoUnit.HOURS).minus(2, ChronoUnit.HOURS);
    Map<String, String> kind = Map.of("BlobType", "BlockBlob", "Tier", "Cool");
    String id = Made.storage(name);
    measure(world, id + "/blobServices/default", "BlobCapacity", kind, hour, 1 << 20);
    measure(world, id + "/blobServices/default", "BlobCount", kind, hour, 7);
    measure(world, id, "UsedCapacity", Map.of(), hour, 2 << 20);
    measure(world, id, "Transactions", Map.of(), hour, 99);
    measure(world, id, "Availability", Map.of(), hour, 100);
    return id;
  }

  static void measure(
      World world,
      String resource,
      String metric,
      Map<String, String> dimensions,
      Instant hour,
      double value) {
    TreeMap<Instant, Double> points = new TreeMap<>(Map.of(hour, value));
    world.measure(new Measured(resource, metric, dimensions, points));
  }

  static String container(String name, World world, Instant now) {
    ObjectNode container = Made.container(ACCOUNT, name, now);
    container
        .withObject("/properties/metadata")
        .put("owner", "somebody")
        .put("description", "Made up.")
        .put("data_classification", "confidential");
    world.put(Kind.CONTAINER, container);
    String path = ACCOUNT + "/" + name;
    for (int i = 0; i < BLOBS; i++) {
      world.store(path, new StoredBlob("part-" + i + ".parquet", 1 << 10, now.minusSeconds(i)));
    }
    return container.path("id").asText();
  }

  static String endpoint(String name, World world, Instant now) {
    ObjectNode endpoint = Learned.endpoint(WORKSPACE, name, now);
    endpoint.withObject("/tags").put("owner", "somebody").put("stage", "test");
    String id = world.put(Kind.ENDPOINT, endpoint).path("id").asText();
    String model = Learned.id(WORKSPACE, "models", "churn") + "/versions/3";
    ObjectNode deployment = Learned.deployment(WORKSPACE, name, "blue", model, now);
    deployment
        .withObject("/properties/dataCollector/collections")
        .putObject("model_inputs")
        .put("dataCollectionMode", "Enabled");
    world.put(Kind.DEPLOYMENT, deployment);
    Instant hour = now.truncatedTo(ChronoUnit.HOURS).minus(2, ChronoUnit.HOURS);
    measure(world, id, "RequestsPerMinute", Map.of("statusCodeClass", "2xx"), hour, 12);
    measure(world, id, "RequestsPerMinute", Map.of("statusCodeClass", "5xx"), hour, 3);
    return id;
  }

  /** A model of one version. */
  static String model(String name, World world, Instant now) {
    ObjectNode model = Learned.model(WORKSPACE, name, "Made up.");
    model.withObject("/properties/tags").put("owner", "somebody");
    ObjectNode version = Learned.version(WORKSPACE, name, 1, now);
    version.withObject("/properties").put("jobName", "train-1").put("stage", "Development");
    world.put(Kind.VERSION, version);
    return world.put(Kind.MODEL, model).path("id").asText();
  }

  static String catalogued(long number, World world) {
    String id = "00000000-0000-4000-a000-%012d".formatted(number);
    ObjectNode asset = MapService.container(id, ACCOUNT, "made-" + number);
    asset.put("description", "Made up.").withArray("classification").add("MICROSOFT.PERSONAL.NAME");
    asset.withArray("contact").addObject().put("id", "9f1c").put("contactType", "Owner");
    return world.put(Kind.CATALOGUED, asset).path("id").asText();
  }

  static String assignment(long number, World world, Instant now) {
    String role =
        number % 2 == 0
            ? "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"
            : "acdd72a7-3385-48ef-bd42-f606fba81ae7";
    String name = "00000000-0000-4000-9000-%012d".formatted(number);
    return world
        .put(Kind.ROLE_ASSIGNMENT, Governed.assignment(name, name, "User", role, World.GROUP, now))
        .path("id")
        .asText();
  }

  /** A service nobody else has heard of costs something on the day. */
  static Bill.Line line(long number, Instant at, Object amount) {
    Map<String, String> tags = number % 2 == 0 ? Map.of("team", "sales") : Map.of();
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return new Bill.Line(day, "Service " + number, tags, amount);
  }

  /** A failure and the success after it take turns, of one pipeline each. */
  static ObjectNode run(long number, Instant updated) {
    boolean isFailure = number % 2 == 0;
    String id = "00000000-0000-4000-8000-%012d".formatted(number);
    Duration length = Duration.ofSeconds(30);
    return Made.run(
        id,
        "pipeline-" + number / 2,
        isFailure ? "Failed" : "Succeeded",
        updated.minus(length),
        length);
  }
}
