// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** SageMaker: endpoints and what answers behind them, the registry, cards, monitoring. */
final class SageMakerService extends JsonService {
  SageMakerService(World world) {
    super(world, "sagemaker", 10, 100);
  }

  @Override
  JsonNode answer(String operation, JsonNode input, Wire wire) {
    Region region = world().region(wire.region());
    return switch (operation) {
      case "ListEndpoints" -> page("Endpoints", region.all(Shelf.ENDPOINT), input);
      case "DescribeEndpoint" -> one(region.all(Shelf.ENDPOINT), "EndpointName", input);
      case "DescribeEndpointConfig" ->
          one(region.all(Shelf.ENDPOINT_CONFIG), "EndpointConfigName", input);
      case "DescribeModel" -> one(region.all(Shelf.MODEL), "ModelName", input);
      case "ListMonitoringSchedules" ->
          page(
              "MonitoringScheduleSummaries",
              filtered(region.all(Shelf.MONITORING_SCHEDULE), "EndpointName", input),
              input);
      case "DescribeMonitoringSchedule" ->
          one(region.all(Shelf.MONITORING_SCHEDULE), "MonitoringScheduleName", input);
      case "ListModelPackageGroups" ->
          page("ModelPackageGroupSummaryList", region.all(Shelf.PACKAGE_GROUP), input);
      case "ListModelPackages" -> page("ModelPackageSummaryList", packages(region, input), input);
      case "DescribeModelPackage" -> modelPackage(region, input);
      case "ListModelCards" -> page("ModelCardSummaries", region.all(Shelf.CARD), input);
      case "DescribeModelCard" -> one(region.all(Shelf.CARD), "ModelCardName", input);
      case "ListTags" -> tags(region, input);
      default -> throw unknown(operation);
    };
  }

  private static ObjectNode one(List<ObjectNode> all, String name, JsonNode input) {
    String wanted = input.path(name).asText();
    return find(
        all,
        where(name, wanted),
        new AwsError(400, "ValidationException", "Could not find \"" + wanted + "\"."));
  }

  private static List<ObjectNode> filtered(List<ObjectNode> all, String name, JsonNode input) {
    Predicate<ObjectNode> fits =
        input.has(name) ? where(name, input.path(name).asText()) : node -> true;
    return all.stream().filter(fits).toList();
  }

  /** Without a type only packages without a group are listed. */
  private static List<ObjectNode> packages(Region region, JsonNode input) {
    String type = input.path("ModelPackageType").asText("Unversioned");
    return filtered(region.all(Shelf.PACKAGE), "ModelPackageGroupName", input).stream()
        .filter(
            it ->
                type.equals("Both")
                    || input.has("ModelPackageGroupName")
                    || it.has("ModelPackageGroupName") == type.equals("Versioned"))
        .toList();
  }

  private static ObjectNode modelPackage(Region region, JsonNode input) {
    String name = input.path("ModelPackageName").asText();
    return find(
        region.all(Shelf.PACKAGE),
        where("ModelPackageArn", name),
        new AwsError(400, "ValidationException", "ModelPackage " + name + " does not exist."));
  }

  private static ObjectNode tags(Region region, JsonNode input) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode tags = answer.putArray("Tags");
    Map<String, String> known =
        region.tags().getOrDefault(input.path("ResourceArn").asText(), Map.of());
    known.forEach((key, value) -> tags.addObject().put("Key", key).put("Value", value));
    return answer;
  }
}
