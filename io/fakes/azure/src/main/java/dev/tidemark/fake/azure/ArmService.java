// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.azure.World.Kind;
import dev.tidemark.testkit.fake.Answer;
import dev.tidemark.testkit.fake.FakeServer;
import dev.tidemark.testkit.fake.PageTokens;
import dev.tidemark.testkit.fake.Request;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the Resource Manager lists and shows. */
final class ArmService {
  private static final String PROVIDERS = "/subscriptions/{subscription}/providers/";
  private static final String BELOW =
      "/subscriptions/{subscription}/resourceGroups/{group}/providers/";
  private static final String STORAGE = "Microsoft.Storage/storageAccounts";
  private static final String ACCOUNT = BELOW + STORAGE + "/{account}";
  private static final String LEARNING = "Microsoft.MachineLearningServices/workspaces";
  private static final String WORKSPACE = BELOW + LEARNING + "/{workspace}";

  /** Versions the services speak, of many more; by the first name of the provider. */
  private static final Map<String, List<String>> VERSIONS =
      Map.of(
          "", List.of("2020-01-01", "2022-12-01"),
          "Microsoft.Storage", List.of("2022-09-01", "2023-01-01", "2023-05-01"),
          "Microsoft.Insights", List.of("2018-01-01", "2023-10-01", "2024-02-01"),
          "Microsoft.DataFactory", List.of("2018-06-01"),
          "Microsoft.MachineLearningServices", List.of("2023-04-01", "2024-04-01", "2024-10-01"),
          "Microsoft.Security", List.of("2020-01-01"),
          "Microsoft.CostManagement", List.of("2023-11-01", "2024-08-01", "2025-03-01"),
          "Microsoft.Authorization", List.of("2022-04-01"));

  private final World world;
  private final Runnable refresh;
  private final Listing listing;

  ArmService(World world, Runnable refresh, InstantSource clock) {
    this.world = world;
    this.refresh = refresh;
    this.listing = new Listing(new PageTokens(clock, Duration.ofHours(1)), world);
  }

  void serve(FakeServer server) {
    server.route("GET", "/subscriptions", request -> subscriptions());
    list(server, PROVIDERS + STORAGE, Kind.STORAGE_ACCOUNT);
    show(server, ACCOUNT + "/blobServices/default", Kind.BLOB_SERVICE);
    show(server, ACCOUNT + "/managementPolicies/default", Kind.LIFECYCLE);
    list(server, ACCOUNT + "/blobServices/default/containers", Kind.CONTAINER);
    show(server, ACCOUNT + "/blobServices/default/containers/{container}", Kind.CONTAINER);
    list(server, PROVIDERS + "Microsoft.DataFactory/factories", Kind.FACTORY);
    list(server, PROVIDERS + LEARNING, Kind.WORKSPACE);
    list(server, WORKSPACE + "/onlineEndpoints", Kind.ENDPOINT);
    list(server, WORKSPACE + "/onlineEndpoints/{endpoint}/deployments", Kind.DEPLOYMENT);
    list(server, WORKSPACE + "/models", Kind.MODEL);
    list(server, WORKSPACE + "/models/{model}/versions", Kind.VERSION);
    list(server, PROVIDERS + "Microsoft.Security/secureScores", Kind.SECURE_SCORE);
    list(server, PROVIDERS + "Microsoft.Authorization/roleAssignments", Kind.ROLE_ASSIGNMENT);
  }

  /** Refuses requests without a version, or with one nobody speaks. */
  static Optional<Answer> versioned(Request request) {
    if (!request.path().startsWith("/subscriptions")) {
      return Optional.empty();
    }
    String version = request.query("api-version").orElse("");
    if (version.isEmpty()) {
      return Optional.of(
          AzureError.of(
              400,
              "MissingApiVersionParameter",
              "The api-version query parameter (?api-version=) is required for all requests."));
    }
    String[] parts = request.path().split("/providers/");
    String provider = parts.length == 1 ? "" : parts[parts.length - 1].split("/")[0];
    return VERSIONS.getOrDefault(provider, List.of()).contains(version)
        ? Optional.empty()
        : Optional.of(
            AzureError.of(
                400,
                "InvalidApiVersionParameter",
                "The api-version '" + version + "' is invalid."));
  }

  private static Answer subscriptions() {
    ObjectNode answer = Made.object();
    answer
        .putArray("value")
        .addObject()
        .put("id", "/subscriptions/" + World.SUBSCRIPTION)
        .put("subscriptionId", World.SUBSCRIPTION)
        .put("tenantId", World.TENANT)
        .put("displayName", "tidewater")
        .put("state", "Enabled");
    return Answer.json(answer).with("x-ms-ratelimit-remaining-tenant-reads", "11999");
  }

  private void list(FakeServer server, String pattern, Kind kind) {
    server.route(
        "GET",
        pattern,
        request -> {
          refresh.run();
          if (!isKnown(request)) {
            return AzureError.of(404, "SubscriptionNotFound", "The subscription was not found.");
          }
          boolean isWhole = !request.path().contains("/resourceGroups/");
          List<ObjectNode> all = isWhole ? world.all(kind) : world.below(kind, request.path());
          return traced(listing.page(all, request));
        });
  }

  private void show(FakeServer server, String pattern, Kind kind) {
    server.route(
        "GET",
        pattern,
        request -> {
          refresh.run();
          Optional<ObjectNode> found = world.find(kind, request.path());
          return found.isPresent()
              ? traced(Answer.json(found.get().deepCopy()))
              : absent(request, kind);
        });
  }

  /** A policy that was never made has a code of its own. */
  private Answer absent(Request request, Kind kind) {
    return kind == Kind.LIFECYCLE
        ? AzureError.of(404, "ManagementPolicyNotFound", "No ManagementPolicy found for account.")
        : AzureError.unknown(request.path());
  }

  private static boolean isKnown(Request request) {
    return request.part("subscription").equalsIgnoreCase(World.SUBSCRIPTION);
  }

  static Answer traced(Answer answer) {
    String id = UUID.randomUUID().toString();
    return answer.with("x-ms-request-id", id).with("x-ms-correlation-request-id", id);
  }
}
