// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import static dev.tidemark.fake.aws.MadeCatalog.change;
import static dev.tidemark.fake.aws.MadeCatalog.node;
import static dev.tidemark.fake.aws.MadeCatalog.put;
import static dev.tidemark.fake.aws.MadeCatalog.remove;
import static dev.tidemark.fake.aws.MadeCatalog.seconds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Endpoints, versions and cards of SageMaker made to order. */
final class MadeModels {
  private static final List<String> COUNTS =
      List.of("Invocations", "Invocation4XXErrors", "Invocation5XXErrors");

  private MadeModels() {}

  static Script endpoints() {
    return new Script(
        MadeModels::addEndpoint,
        (world, number, at) ->
            change(
                world,
                Shelf.ENDPOINT,
                "EndpointName",
                name(number),
                it -> it.put("EndpointStatus", "Updating")),
        (world, number, at) -> remove(world, Shelf.ENDPOINT, "EndpointName", name(number)));
  }

  static Script invocations() {
    return new Script(endpoints().made(), MadeModels::invoke, endpoints().removed());
  }

  static Script packages() {
    return new Script(
        MadeModels::addPackage,
        (world, number, at) ->
            change(
                world,
                Shelf.PACKAGE,
                "ModelPackageArn",
                packageArn(number),
                it -> it.put("ModelApprovalStatus", "Rejected")),
        (world, number, at) -> remove(world, Shelf.PACKAGE, "ModelPackageArn", packageArn(number)));
  }

  static Script cards() {
    return new Script(
        MadeModels::addCard,
        (world, number, at) ->
            change(
                world,
                Shelf.CARD,
                "ModelCardName",
                name(number),
                it -> it.put("ModelCardStatus", "Archived")),
        (world, number, at) -> remove(world, Shelf.CARD, "ModelCardName", name(number)));
  }

  static String name(long number) {
    return "made-" + number;
  }

  private static String packageArn(long number) {
    return TidewaterModels.arn("model-package/" + name(number) + "/1");
  }

  private static void addEndpoint(World world, long number, Instant at) {
    String name = name(number);
    ObjectNode endpoint = node().put("EndpointName", name).put("EndpointConfigName", name);
    endpoint.put("EndpointArn", TidewaterModels.arn("endpoint/" + name));
    endpoint.put("EndpointStatus", "InService");
    endpoint.put("CreationTime", seconds(at)).put("LastModifiedTime", seconds(at));
    put(world, Shelf.ENDPOINT, endpoint);
    ObjectNode config = node().put("EndpointConfigName", name);
    config.putArray("ProductionVariants").addObject().put("ModelName", name);
    config.putObject("DataCaptureConfig").put("EnableCapture", true);
    put(world, Shelf.ENDPOINT_CONFIG, config);
    ObjectNode model = node().put("ModelName", name);
    model.put("ModelArn", TidewaterModels.arn("model/" + name));
    model.putObject("PrimaryContainer").put("ModelPackageName", packageArn(number));
    put(world, Shelf.MODEL, model);
    addMonitor(world, name, at);
    COUNTS.forEach(count -> measure(world, name, count, at));
  }

  private static void addMonitor(World world, String name, Instant at) {
    ObjectNode monitor = node().put("MonitoringScheduleName", name).put("EndpointName", name);
    monitor
        .putObject("LastMonitoringExecutionSummary")
        .put("MonitoringExecutionStatus", "Completed")
        .put("LastModifiedTime", seconds(at));
    put(world, Shelf.MONITORING_SCHEDULE, monitor);
  }

  private static void measure(World world, String endpoint, String count, Instant at) {
    TreeMap<Instant, Double> points = new TreeMap<>();
    points.put(at.truncatedTo(ChronoUnit.HOURS), 1.0);
    Map<String, String> dimensions =
        Map.of("EndpointName", endpoint, "VariantName", TidewaterModels.BLUE);
    world
        .region(Tidewater.REGION)
        .metrics()
        .add(new FakeMetric("AWS/SageMaker", count, dimensions, points));
  }

  private static void invoke(World world, long number, Instant at) {
    world.region(Tidewater.REGION).metrics().stream()
        .filter(it -> name(number).equals(it.dimensions().get("EndpointName")))
        .forEach(it -> it.points().merge(at.truncatedTo(ChronoUnit.HOURS), 1.0, Double::sum));
  }

  private static void addPackage(World world, long number, Instant at) {
    ObjectNode version = node().put("ModelPackageArn", packageArn(number));
    version.put("ModelPackageGroupName", name(number)).put("ModelPackageVersion", 1);
    version.put("ModelPackageStatus", "Completed").put("ModelApprovalStatus", "Approved");
    version.put("CreationTime", seconds(at)).put("LastModifiedTime", seconds(at));
    version.putObject("ModelLifeCycle").put("Stage", "Staging").put("StageStatus", "Approved");
    version.putObject("ModelMetrics");
    version.putObject("MetadataProperties").put("CommitId", "c0ffee").put("GeneratedBy", "made");
    put(world, Shelf.PACKAGE, version);
  }

  private static void addCard(World world, long number, Instant at) {
    put(
        world,
        Shelf.CARD,
        card(number).put("CreationTime", seconds(at)).put("LastModifiedTime", seconds(at)));
  }

  /** A card nobody knows the time of. */
  static ObjectNode card(long number) {
    ObjectNode content = node();
    content.putObject("model_overview").put("model_id", packageArn(number));
    content.putObject("intended_uses").put("risk_rating", "Low");
    ObjectNode card = node().put("ModelCardName", name(number)).put("ModelCardVersion", 1);
    card.put("ModelCardArn", TidewaterModels.arn("model-card/" + name(number)));
    return card.put("ModelCardStatus", "Approved").put("Content", content.toString());
  }
}
