// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import java.util.List;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

/** Questions whose answers show which permissions for SageMaker are there. */
final class SageMakerProbes {
  private static final String NOTHING = "tidemark-permission-check";

  private SageMakerProbes() {}

  static void add(String region, List<Probe> probes) {
    add(Action.ENDPOINTS, region, probes, it -> it.listEndpoints(r -> r.maxResults(1)));
    add(Action.ENDPOINT, region, probes, it -> it.describeEndpoint(r -> r.endpointName(NOTHING)));
    add(
        Action.ENDPOINT_CONFIG,
        region,
        probes,
        it -> it.describeEndpointConfig(r -> r.endpointConfigName(NOTHING)));
    add(Action.MODEL, region, probes, it -> it.describeModel(r -> r.modelName(NOTHING)));
    add(Action.MONITORS, region, probes, it -> it.listMonitoringSchedules(r -> r.maxResults(1)));
    add(
        Action.MONITOR,
        region,
        probes,
        it -> it.describeMonitoringSchedule(r -> r.monitoringScheduleName(NOTHING)));
    add(Action.PACKAGES, region, probes, it -> it.listModelPackages(r -> r.maxResults(1)));
    add(Action.CARDS, region, probes, it -> it.listModelCards(r -> r.maxResults(1)));
    add(Action.CARD, region, probes, it -> it.describeModelCard(r -> r.modelCardName(NOTHING)));
    probes.add(new Probe(Action.TAGS, region, it -> tags(it, region)));
    probes.add(new Probe(Action.PACKAGE, region, it -> modelPackage(it, region)));
  }

  private static void tags(Session session, String region) {
    Models.tags(session, region, Models.endpointArn(session, region, NOTHING));
  }

  private static void modelPackage(Session session, String region) {
    String arn = Models.arn(session, region, "model-package/" + NOTHING + "/1");
    session.call(
        Action.PACKAGE,
        region,
        () ->
            session
                .clients()
                .sageMaker(region)
                .describeModelPackage(request -> request.modelPackageName(arn)));
  }

  /** A question of one call. */
  private interface Question {
    Object ask(SageMakerClient client);
  }

  private static void add(Action action, String region, List<Probe> probes, Question question) {
    Probe.add(action, region, probes, it -> question.ask(it.clients().sageMaker(region)));
  }
}
