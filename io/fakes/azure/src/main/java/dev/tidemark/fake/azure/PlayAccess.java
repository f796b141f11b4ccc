// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.spi.Category;
import dev.tidemark.testkit.stage.AccessScenes;
import dev.tidemark.testkit.stage.DriftScenes;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What is refused, and what changes its shape. */
final class PlayAccess implements AccessScenes, DriftScenes {
  private static final String FIXED =
      "a version of the interface fixes the fields of its objects and their types";

  private final FakeAzure fake;
  private final Supplier<Map<String, Object>> settings;

  PlayAccess(FakeAzure fake, Supplier<Map<String, Object>> settings) {
    this.fake = fake;
    this.settings = settings;
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.byOption(
            AccessScenes.Kind.CREDENTIAL,
            "another secret",
            Category.AUTH,
            settings,
            "client-secret",
            "not~the~secret"),
        Refusal.byOption(
            AccessScenes.Kind.PLACE,
            "a tenant nobody knows",
            Category.CONFIG,
            settings,
            "tenant-id",
            "nowhere.example"),
        Refusal.byOption(
            AccessScenes.Kind.PLACE,
            "a subscription nobody sees",
            Category.PERMISSION,
            settings,
            "subscriptions",
            List.of("00000000-0000-4000-8000-000000000000")),
        denied("no role to list storage accounts", "Microsoft.Storage"),
        denied("no role to query runs", "/queryPipelineRuns"),
        denied("no role to read metrics", "Microsoft.Insights"),
        denied("no role to read workspaces", "Microsoft.MachineLearningServices"),
        denied("no role to read scores", "Microsoft.Security"),
        denied("no role to read roles", "Microsoft.Authorization"),
        denied("no role to query costs", "Microsoft.CostManagement"),
        Refusal.byOption(
            AccessScenes.Kind.HOST,
            "nobody listens",
            Category.TRANSIENT,
            settings,
            "address",
            "http://127.0.0.1:1"));
  }

  private Refusal denied(String name, String path) {
    return new Refusal(
        AccessScenes.Kind.PERMISSION,
        name,
        Category.PERMISSION,
        () -> {
          Examples.fill(fake.world(), fake.server().clock().instant());
          fake.deny(path);
          return settings.get();
        },
        fake::grant);
  }

  /** What was never set is left out of answers. */
  @Override
  public Drifted drift(String stream, Drift how) {
    if (how != Drift.REMOVED || !stream.equals("storage_accounts")) {
      return Drifted.not(FIXED);
    }
    World world = fake.world();
    for (ObjectNode account : world.all(World.Kind.STORAGE_ACCOUNT)) {
      world
          .find(World.Kind.STORAGE_ACCOUNT, account.path("id").asText())
          .ifPresent(it -> it.withObject("/properties").remove("networkAcls"));
    }
    return Drifted.of("default_action");
  }
}
