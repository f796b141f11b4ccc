// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.azure.World.Kind;
import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.Endpoint;
import dev.tidemark.testkit.organisation.Model;
import dev.tidemark.testkit.organisation.ModelRequest;
import dev.tidemark.testkit.organisation.ModelState;
import dev.tidemark.testkit.organisation.ModelVersion;
import dev.tidemark.testkit.organisation.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The company's models and endpoints as a workspace shows them. */
record TidewaterModels(Account account, Instant now) {
  static final String WORKSPACE = "tidewater-learning";
  private static final Duration MEASURED = Duration.ofDays(14);

  void fill(World world) {
    world.put(Kind.WORKSPACE, Learned.workspace(WORKSPACE));
    for (Model model : account.models(now)) {
      if (account.state(model, now).registered()) {
        model(model, account.state(model, now), world);
      }
    }
    account.endpoints().stream()
        .filter(endpoint -> endpoint.exists(now))
        .forEach(endpoint -> endpoint(endpoint, world));
    requests(world);
  }

  private void model(Model model, ModelState state, World world) {
    String description = state.assessed() == null ? null : "Made for " + model.team().name();
    ObjectNode registered = Learned.model(WORKSPACE, model.name(), description);
    if (state.owner() != null) {
      registered.withObject("/properties/tags").put("owner", state.owner().login());
    }
    world.put(Kind.MODEL, registered);
    account.versions(model, now).forEach(version -> version(version, state, world));
  }

  private static void version(ModelVersion version, ModelState state, World world) {
    ObjectNode node =
        Learned.version(WORKSPACE, version.model().name(), version.number(), version.registered());
    ObjectNode properties = node.withObject("/properties");
    if (state.hasLineage()) {
      properties.put("jobName", "train-" + version.model().name() + "-" + version.number());
    }
    if (state.codeVersion() != null) {
      properties.withObject("/properties").put("mlflow.source.git.commit", state.codeVersion());
    }
    world.put(Kind.VERSION, node);
  }

  private void endpoint(Endpoint endpoint, World world) {
    ModelState state = account.state(endpoint.model(), now);
    ObjectNode node = Learned.endpoint(WORKSPACE, endpoint.name(), endpoint.created());
    if (state.owner() != null) {
      node.withObject("/tags").put("owner", state.owner().login());
    }
    world.put(Kind.ENDPOINT, node);
    world.put(
        Kind.DEPLOYMENT,
        Learned.deployment(
            WORKSPACE,
            endpoint.name(),
            "blue",
            served(endpoint.model(), state),
            endpoint.created()));
  }

  private String served(Model model, ModelState state) {
    List<ModelVersion> versions = account.versions(model, now);
    return !state.registered() || versions.isEmpty()
        ? "azureml://datastores/workspaceblobstore/paths/models/" + model.name()
        : Learned.id(WORKSPACE, "models", model.name())
            + "/versions/"
            + versions.get(versions.size() - 1).number();
  }

  /** An hour in which nobody asked has no point. */
  private void requests(World world) {
    Map<String, TreeMap<Instant, Double>> counts = new HashMap<>();
    account
        .requests(new TimeRange(now.minus(MEASURED), now))
        .forEach(
            request ->
                counts
                    .computeIfAbsent(key(request), it -> new TreeMap<>())
                    .merge(request.begun().truncatedTo(ChronoUnit.HOURS), 1.0, Double::sum));
    counts.forEach(
        (key, points) -> {
          String[] parts = key.split(" ");
          String id = Learned.id(WORKSPACE, "onlineEndpoints", parts[0]);
          Map<String, String> kind = Map.of("statusCodeClass", parts[1], "deployment", "blue");
          world.measure(new Measured(id, "RequestsPerMinute", kind, points));
        });
  }

  private static String key(ModelRequest request) {
    return request.endpoint().name() + " " + request.status() / 100 + "xx";
  }
}
