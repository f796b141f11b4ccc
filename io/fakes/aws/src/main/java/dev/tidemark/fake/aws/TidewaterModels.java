// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** The company's models and endpoints as SageMaker shows them. */
record TidewaterModels(Account account, Instant now) {
  private static final String ARN = "arn:aws:sagemaker:" + Tidewater.REGION + ":";
  private static final Duration MEASURED = Duration.ofDays(14);
  static final String BLUE = "blue";

  void fill(Region region) {
    for (Model model : account.models(now)) {
      model(model, account.state(model, now), region);
    }
    for (Endpoint endpoint : account.endpoints()) {
      if (endpoint.exists(now)) {
        endpoint(endpoint, region);
      }
    }
    invocations(region);
  }

  private void model(Model model, ModelState state, Region region) {
    if (state.registered()) {
      account.versions(model, now).forEach(it -> version(it, state, region));
      if (state.owner() != null) {
        region.tags().put(arn("model-package-group/" + model.name()), owner(state));
      }
    }
    if (state.assessed() != null) {
      card(model, state.assessed(), region);
    }
  }

  private static void version(ModelVersion version, ModelState state, Region region) {
    ObjectNode node = node().put("ModelPackageArn", packageArn(version));
    node.put("ModelPackageGroupName", version.model().name());
    node.put("ModelPackageVersion", version.number());
    node.put("ModelPackageStatus", "Completed").put("ModelApprovalStatus", "Approved");
    node.put("CreationTime", TidewaterCatalog.seconds(version.registered()));
    if (version.evaluated() != null) {
      node.putObject("ModelMetrics");
    }
    ObjectNode origin = node.putObject("MetadataProperties");
    if (state.codeVersion() != null) {
      origin.put("CommitId", state.codeVersion());
    }
    if (state.hasLineage()) {
      origin.put("GeneratedBy", arn("pipeline/train-" + version.model().name()));
    }
    region.put(Shelf.PACKAGE, node);
  }

  private void card(Model model, Instant assessed, Region region) {
    String about =
        latest(model).map(TidewaterModels::packageArn).orElse(arn("model/" + model.name()));
    ObjectNode content = node();
    content.putObject("model_overview").put("model_id", about);
    content.putObject("intended_uses").put("risk_rating", "Medium");
    ObjectNode card = node().put("ModelCardName", model.name()).put("ModelCardVersion", 1);
    card.put("ModelCardArn", arn("model-card/" + model.name())).put("ModelCardStatus", "Approved");
    card.put("CreationTime", TidewaterCatalog.seconds(assessed));
    card.put("LastModifiedTime", TidewaterCatalog.seconds(assessed));
    region.put(Shelf.CARD, card.put("Content", content.toString()));
  }

  private void endpoint(Endpoint endpoint, Region region) {
    ModelState state = account.state(endpoint.model(), now);
    String name = endpoint.name();
    ObjectNode node = node().put("EndpointName", name).put("EndpointArn", arn("endpoint/" + name));
    node.put("EndpointConfigName", name).put("EndpointStatus", "InService");
    node.put("CreationTime", TidewaterCatalog.seconds(endpoint.created()));
    region.put(Shelf.ENDPOINT, node);
    ObjectNode config = node().put("EndpointConfigName", name);
    config
        .putArray("ProductionVariants")
        .addObject()
        .put("VariantName", BLUE)
        .put("ModelName", endpoint.model().name());
    region.put(Shelf.ENDPOINT_CONFIG, config);
    deployed(endpoint.model(), state, region);
    if (state.owner() != null) {
      region.tags().put(arn("endpoint/" + name), owner(state));
    }
    if (state.monitored() != null) {
      monitor(name, state.monitored(), region);
    }
  }

  private void deployed(Model model, ModelState state, Region region) {
    ObjectNode node = node().put("ModelName", model.name());
    node.put("ModelArn", arn("model/" + model.name()));
    ObjectNode container = node.putObject("PrimaryContainer");
    if (state.registered()) {
      latest(model).ifPresent(it -> container.put("ModelPackageName", packageArn(it)));
    }
    region.put(Shelf.MODEL, node);
  }

  private static void monitor(String endpoint, Instant when, Region region) {
    ObjectNode node = node().put("MonitoringScheduleName", endpoint + "-quality");
    node.put("EndpointName", endpoint).put("MonitoringScheduleStatus", "Scheduled");
    node.putObject("LastMonitoringExecutionSummary")
        .put("MonitoringExecutionStatus", "Completed")
        .put("LastModifiedTime", TidewaterCatalog.seconds(when));
    region.put(Shelf.MONITORING_SCHEDULE, node);
  }

  /** An hour in which nobody asked has no point. */
  private void invocations(Region region) {
    Map<String, TreeMap<Instant, Double>> asked = new HashMap<>();
    Map<String, TreeMap<Instant, Double>> failed = new HashMap<>();
    account
        .requests(new TimeRange(now.minus(MEASURED), now))
        .forEach(
            request -> {
              count(request, asked);
              if (request.status() >= 500) {
                count(request, failed);
              }
            });
    asked.forEach((name, points) -> metric("Invocations", name, points, region));
    failed.forEach((name, points) -> metric("Invocation5XXErrors", name, points, region));
  }

  private static void count(ModelRequest request, Map<String, TreeMap<Instant, Double>> counts) {
    counts
        .computeIfAbsent(request.endpoint().name(), name -> new TreeMap<>())
        .merge(request.begun().truncatedTo(ChronoUnit.HOURS), 1.0, Double::sum);
  }

  private static void metric(
      String metric, String endpoint, TreeMap<Instant, Double> points, Region region) {
    Map<String, String> dimensions = Map.of("EndpointName", endpoint, "VariantName", BLUE);
    region.metrics().add(new FakeMetric("AWS/SageMaker", metric, dimensions, points));
  }

  private java.util.Optional<ModelVersion> latest(Model model) {
    List<ModelVersion> versions = account.versions(model, now);
    return versions.isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of(versions.get(versions.size() - 1));
  }

  private static Map<String, String> owner(ModelState state) {
    return state.owner() == null ? Map.of() : Map.of("owner", state.owner().login());
  }

  private static String packageArn(ModelVersion version) {
    return arn("model-package/" + version.model().name() + "/" + version.number());
  }

  static String arn(String name) {
    return ARN + FakeAws.ACCOUNT + ":" + name;
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }
}
