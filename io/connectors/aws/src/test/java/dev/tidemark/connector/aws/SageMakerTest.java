// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.fake.aws.FakeAws;
import dev.tidemark.fake.aws.FakeMetric;
import dev.tidemark.fake.aws.Shelf;
import dev.tidemark.spi.Connector;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SageMakerTest {
  private static final String ARN = "arn:aws:sagemaker:eu-central-1:" + FakeAws.ACCOUNT + ":";
  private static final String PACKAGE = ARN + "model-package/churn/3";
  private final Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);

  private final FakeAws fake = FakeAws.empty();
  private final Connector connector = Things.connector(fake);

  @AfterEach
  void close() {
    connector.close();
    fake.close();
  }

  @Test
  void saysWhatAnswersBehindAnEndpoint() {
    endpoint("churn", "'ModelPackageName': '" + PACKAGE + "'");
    endpoint("shadow", "'Image': 'some-image'");
    fake.tag(Things.HERE, ARN + "endpoint/churn", Map.of("team", "marketing"));
    fake.tag(Things.HERE, ARN + "endpoint/shadow", Map.of("env", "Test"));
    monitor("churn", "CompletedWithViolations");
    monitor("shadow", "Failed");
    Reading reading = Reading.of(connector, "sagemaker_endpoints");
    Map<String, Map<String, String>> endpoints = reading.facts(MetricNames.ENDPOINT_SEEN);
    assertThat(endpoints.get(ARN + "endpoint/churn"))
        .containsEntry("registered", "true")
        .containsEntry("version.present", "true")
        .containsEntry("owner.present", "true")
        .containsEntry("stage", "production");
    assertThat(endpoints.get(ARN + "endpoint/shadow"))
        .containsEntry("registered", "false")
        .containsEntry("owner.present", "false")
        .containsEntry("stage", "test");
    assertThat(reading.facts(MetricNames.MODEL_STATE).get(PACKAGE))
        .containsEntry("monitored.day", Emitter.day(today));
    assertThat(reading.facts(MetricNames.MODEL_STATE).get(ARN + "model/shadow"))
        .doesNotContainKey("monitored.day");
  }

  @Test
  void anEndpointThatIsGoneDisappears() {
    endpoint("churn", "'Image': 'x'");
    endpoint("other", "'Image': 'x'");
    Reading reading = Reading.of(connector, "sagemaker_endpoints");
    fake.remove(Things.HERE, Shelf.ENDPOINT, Things.json("{'EndpointName': 'churn'}"));
    assertThat(reading.pass().records().keySet()).containsExactly("eu-central-1/other");
  }

  @Test
  void addsUpRequestsOfVariantsAndTakesGapsForGaps() {
    endpoint("churn", "'Image': 'x'");
    endpoint("idle", "'Image': 'x'");
    metric("Invocations", "blue", Map.of(1, 10.0, 2, 5.0));
    metric("Invocations", "green", Map.of(3, 7.0));
    metric("Invocation5XXErrors", "blue", Map.of(1, 0.0));
    Reading reading = Reading.of(connector, "sagemaker_invocations");
    assertThat(reading.facts(MetricNames.ENDPOINT_SEEN).get(ARN + "endpoint/churn"))
        .containsEntry("invocations", "22")
        .containsEntry("errors.5xx", "0")
        .doesNotContainKey("errors.4xx")
        .containsEntry("seen.day", Emitter.day(today.minus(1, ChronoUnit.DAYS)));
    assertThat(reading.record("eu-central-1/idle").findCount("invocations")).isEmpty();
    assertThat(reading.facts(MetricNames.ENDPOINT_SEEN)).hasSize(1);
  }

  @Test
  void saysOfAVersionWhatItIsMadeFrom() {
    fake.put(
        Things.HERE,
        Shelf.PACKAGE,
        Things.json(
            "{'ModelPackageArn': '"
                + PACKAGE
                + "', 'ModelPackageGroupName': 'churn', 'ModelPackageVersion': 3,"
                + " 'ModelApprovalStatus': 'Approved', 'MetadataProperties': {'CommitId': 'abc'},"
                + " 'ModelMetrics': {}, 'CreationTime': 1790000000}"));
    fake.tag(Things.HERE, ARN + "model-package-group/churn", Map.of("Owner", "x"));
    assertThat(Reading.of(connector, "model_packages").facts(MetricNames.MODEL_STATE).get(PACKAGE))
        .containsEntry("registered", "true")
        .containsEntry("version.present", "true")
        .containsEntry("owner.present", "true")
        .containsEntry("code.version", "true")
        .containsEntry("data.lineage", "false")
        .containsEntry("evaluated", "true")
        .doesNotContainKey("stage");
  }

  @Test
  void onlyAnApprovedCardWithARatingIsAnAssessment() {
    card("good", "Approved", "{'risk_rating': 'Low'}");
    card("draft", "Draft", "{'risk_rating': 'Low'}");
    card("unrated", "Approved", "{'risk_rating': 'Unknown'}");
    Reading reading = Reading.of(connector, "model_cards");
    assertThat(reading.records()).hasSize(3);
    assertThat(reading.facts(MetricNames.MODEL_STATE))
        .containsExactly(Map.entry(ARN + "model/good", Map.of("risk.assessed.day", "2026-09-21")));
  }

  private void endpoint(String name, String container) {
    fake.put(
        Things.HERE,
        Shelf.ENDPOINT,
        Things.json("{'EndpointStatus': 'InService', 'CreationTime': 1790000000}")
            .put("EndpointName", name)
            .put("EndpointArn", ARN + "endpoint/" + name)
            .put("EndpointConfigName", name));
    fake.put(
        Things.HERE,
        Shelf.ENDPOINT_CONFIG,
        Things.json(
                "{'ProductionVariants': [{'ModelName': '" + name + "', 'VariantName': 'blue'}]}")
            .put("EndpointConfigName", name));
    fake.put(
        Things.HERE,
        Shelf.MODEL,
        Things.json("{'PrimaryContainer': {" + container + "}}")
            .put("ModelName", name)
            .put("ModelArn", ARN + "model/" + name));
  }

  private void monitor(String endpoint, String status) {
    fake.put(
        Things.HERE,
        Shelf.MONITORING_SCHEDULE,
        Things.json(
            "{'MonitoringScheduleName': 'm-%1$s', 'EndpointName': '%1$s', 'LastMonitoringExecutionSummary':"
                    .formatted(endpoint)
                + " {'MonitoringExecutionStatus': '%s', 'LastModifiedTime': %s}}"
                    .formatted(status, Things.seconds(today))));
  }

  private void metric(String name, String variant, Map<Integer, Double> values) {
    NavigableMap<Instant, Double> points = new TreeMap<>();
    values.forEach((ago, value) -> points.put(today.minus(ago, ChronoUnit.DAYS), value));
    Map<String, String> dimensions = Map.of("EndpointName", "churn", "VariantName", variant);
    fake.put(Things.HERE, new FakeMetric("AWS/SageMaker", name, dimensions, points));
  }

  private void card(String name, String status, String uses) {
    String content =
        "{'model_overview': {'model_id': '"
            + ARN
            + "model/"
            + name
            + "'}, 'intended_uses': "
            + uses
            + "}";
    fake.put(
        Things.HERE,
        Shelf.CARD,
        Things.json(
                "{'ModelCardVersion': 1, 'CreationTime': 1780000000, 'LastModifiedTime':"
                    + " 1790000000}")
            .put("ModelCardName", name)
            .put("ModelCardStatus", status)
            .put("Content", content.replace('\'', '"')));
  }
}
