// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Records;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ContainerDefinition;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointConfigResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeModelResponse;
import software.amazon.awssdk.services.sagemaker.model.ExecutionStatus;
import software.amazon.awssdk.services.sagemaker.model.MonitoringExecutionSummary;
import software.amazon.awssdk.services.sagemaker.model.MonitoringScheduleSummary;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;

/** Reads an endpoint, its configuration, its models, its tags and its monitors. */
final class EndpointReader {
  private final String name;
  private final String region;
  private final Session session;
  private final SageMakerClient client;
  private final ObjectNode record = Records.blank(new EndpointsStream().fields());

  EndpointReader(String name, String region, Session session) {
    this.name = name;
    this.region = region;
    this.session = session;
    this.client = session.clients().sageMaker(region);
  }

  Optional<ObjectNode> read() {
    DescribeEndpointResponse endpoint =
        session.call(
            Action.ENDPOINT, region, () -> client.describeEndpoint(it -> it.endpointName(name)));
    record
        .put("region", region)
        .put("endpoint", name)
        .put("arn", endpoint.endpointArn())
        .put("status", endpoint.endpointStatusAsString());
    Records.putTime(record, "created_at", endpoint.creationTime());
    Records.putTime(record, "modified_at", endpoint.lastModifiedTime());
    configuration(endpoint.endpointConfigName());
    tags(endpoint.endpointArn());
    monitors();
    return Optional.of(record);
  }

  private void configuration(String configuration) {
    DescribeEndpointConfigResponse answer =
        session.call(
            Action.ENDPOINT_CONFIG,
            region,
            () -> client.describeEndpointConfig(it -> it.endpointConfigName(configuration)));
    boolean captures =
        answer.dataCaptureConfig() != null
            && Boolean.TRUE.equals(answer.dataCaptureConfig().enableCapture());
    record.put("data_capture", captures);
    ArrayNode models = record.putArray("models");
    answer.productionVariants().stream()
        .map(ProductionVariant::modelName)
        .filter(Records::isSaid)
        .distinct()
        .sorted()
        .forEach(model -> model(model, models.addObject()));
  }

  private void model(String model, ObjectNode node) {
    DescribeModelResponse answer =
        session.call(Action.MODEL, region, () -> client.describeModel(it -> it.modelName(model)));
    node.put("name", model).put("arn", answer.modelArn());
    Stream.concat(Stream.ofNullable(answer.primaryContainer()), answer.containers().stream())
        .map(ContainerDefinition::modelPackageName)
        .filter(Records::isSaid)
        .findFirst()
        .ifPresentOrElse(it -> node.put("package", it), () -> node.putNull("package"));
  }

  private void tags(String arn) {
    Map<String, String> tags = Models.tags(session, region, arn);
    record.put("owner_present", session.scope().tags().hasOwner(tags));
    record.put("stage", session.scope().tags().stage(tags));
  }

  private void monitors() {
    session
        .call(
            Action.MONITORS,
            region,
            () -> client.listMonitoringSchedules(it -> it.endpointName(name).maxResults(100)))
        .monitoringScheduleSummaries()
        .stream()
        .map(MonitoringScheduleSummary::monitoringScheduleName)
        .map(this::lastCompleted)
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .ifPresent(time -> Records.putTime(record, "monitored_at", time));
  }

  /** A monitor that found violations has looked as well. */
  private Optional<Instant> lastCompleted(String schedule) {
    MonitoringExecutionSummary last =
        session
            .call(
                Action.MONITOR,
                region,
                () -> client.describeMonitoringSchedule(it -> it.monitoringScheduleName(schedule)))
            .lastMonitoringExecutionSummary();
    return Optional.ofNullable(last)
        .filter(
            it ->
                it.monitoringExecutionStatus() == ExecutionStatus.COMPLETED
                    || it.monitoringExecutionStatus() == ExecutionStatus.COMPLETED_WITH_VIOLATIONS)
        .map(MonitoringExecutionSummary::lastModifiedTime);
  }
}
