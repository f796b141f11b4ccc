// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

/**
 * A question whose answer shows whether a permission is there. It asks for something that is not
 * there where it can: the services look at the permission first.
 */
record Probe(Action action, String region, Consumer<Session> question) {
  private static final String NOTHING = "tidemark-permission-check";
  private static final Duration STATEMENT_PATIENCE = Duration.ofSeconds(4);

  /** Every permission, in every region it counts in. */
  static List<Probe> all(Session session) {
    List<Probe> probes = new ArrayList<>();
    String home = session.account().home();
    probes.add(new Probe(Action.LIST_BUCKETS, home, BucketList::read));
    bucket(session).ifPresent(bucket -> addBucket(bucket, probes));
    for (String region : session.account().regions()) {
      addGlue(region, probes);
      addCloudWatch(region, probes);
      SageMakerProbes.add(region, probes);
    }
    if (session.scope().usesInventories()) {
      InventoryProbes.add(session, probes);
    }
    EventQueue queue = session.scope().events();
    if (queue != null) {
      addQueue(queue, probes);
    }
    WarehouseLogin.Access access = session.scope().login().access();
    session.scope().warehouses().forEach(it -> addWarehouse(it, access, probes));
    return probes;
  }

  /** Why the permission is not there; empty where it is. */
  Optional<ConnectorException> refusal(Session session) {
    try {
      question.accept(session);
      return Optional.empty();
    } catch (ConnectorException failure) {
      return switch (failure.category()) {
        case PERMISSION, UNSUPPORTED -> Optional.of(failure);
        case NOT_FOUND, INTERNAL -> Optional.empty();
        default -> throw failure;
      };
    }
  }

  /** Permissions for buckets can be tried on a bucket that is there only. */
  private static Optional<BucketList> bucket(Session session) {
    try {
      return BucketList.read(session).stream().findFirst();
    } catch (ConnectorException refusal) {
      if (refusal.category() == Category.PERMISSION) {
        return Optional.empty();
      }
      throw refusal;
    }
  }

  private static void addBucket(BucketList bucket, List<Probe> probes) {
    String region = bucket.region();
    String name = bucket.name();
    add(
        Action.BUCKET_ENCRYPTION,
        region,
        probes,
        it -> it.clients().s3(region).getBucketEncryption(r -> r.bucket(name)));
    add(
        Action.BUCKET_ACCESS_BLOCK,
        region,
        probes,
        it -> it.clients().s3(region).getPublicAccessBlock(r -> r.bucket(name)));
    add(
        Action.BUCKET_POLICY,
        region,
        probes,
        it -> it.clients().s3(region).getBucketPolicyStatus(r -> r.bucket(name)));
    add(
        Action.BUCKET_ACL,
        region,
        probes,
        it -> it.clients().s3(region).getBucketAcl(r -> r.bucket(name)));
    add(
        Action.BUCKET_VERSIONING,
        region,
        probes,
        it -> it.clients().s3(region).getBucketVersioning(r -> r.bucket(name)));
    add(
        Action.BUCKET_TAGS,
        region,
        probes,
        it -> it.clients().s3(region).getBucketTagging(r -> r.bucket(name)));
    add(
        Action.BUCKET_LIFECYCLE,
        region,
        probes,
        it -> it.clients().s3(region).getBucketLifecycleConfiguration(r -> r.bucket(name)));
  }

  private static void addGlue(String region, List<Probe> probes) {
    add(
        Action.DATABASES,
        region,
        probes,
        it -> it.clients().glue(region).getDatabases(r -> r.maxResults(1)));
    add(
        Action.TABLES,
        region,
        probes,
        it -> it.clients().glue(region).getTables(r -> r.databaseName(NOTHING).maxResults(1)));
    add(Action.JOBS, region, probes, it -> it.clients().glue(region).getJobs(r -> r.maxResults(1)));
    add(
        Action.JOB_RUNS,
        region,
        probes,
        it -> it.clients().glue(region).getJobRuns(r -> r.jobName(NOTHING).maxResults(1)));
    add(
        Action.QUALITY_RESULTS,
        region,
        probes,
        it -> it.clients().glue(region).listDataQualityResults(r -> r.maxResults(1)));
    add(
        Action.QUALITY_RESULT,
        region,
        probes,
        it -> it.clients().glue(region).getDataQualityResult(r -> r.resultId(NOTHING)));
  }

  private static void addCloudWatch(String region, List<Probe> probes) {
    add(
        Action.LIST_METRICS,
        region,
        probes,
        it -> it.clients().cloudWatch(region).listMetrics(r -> r.namespace(NOTHING)));
    probes.add(new Probe(Action.METRIC_DATA, region, session -> readNothing(session, region)));
  }

  /** A message that is there is seen and stays where it is. */
  private static void addQueue(EventQueue queue, List<Probe> probes) {
    String region = queue.region();
    add(
        Action.RECEIVE_EVENTS,
        region,
        probes,
        it ->
            it.clients()
                .sqs(region)
                .receiveMessage(
                    r -> r.queueUrl(queue.url()).maxNumberOfMessages(1).visibilityTimeout(0)));
    add(
        Action.DELETE_EVENTS,
        region,
        probes,
        it ->
            it.clients()
                .sqs(region)
                .deleteMessage(r -> r.queueUrl(queue.url()).receiptHandle(NOTHING)));
  }

  /** All that is asked of a warehouse here is whether it would answer. */
  private static void addWarehouse(
      Warehouse warehouse, WarehouseLogin.Access access, List<Probe> probes) {
    probes.add(
        new Probe(
            first(warehouse, access),
            warehouse.address(),
            session ->
                Statement.on(warehouse, session)
                    .within(STATEMENT_PATIENCE)
                    .rows("SELECT 1 AS one", Map.of())));
  }

  /** What is asked first on the way to a database. */
  private static Action first(Warehouse warehouse, WarehouseLogin.Access access) {
    if (access == WarehouseLogin.Access.DATA_API) {
      return Action.STATEMENT;
    }
    return warehouse.kind() == Warehouse.Kind.CLUSTER ? Action.FIND_CLUSTER : Action.FIND_WORKGROUP;
  }

  private static void readNothing(Session session, String region) {
    Metric nothing = Metric.builder().namespace(NOTHING).metricName(NOTHING).build();
    CloudWatch.read(
        session,
        region,
        List.of(nothing),
        new CloudWatch.Window(
            session.now().truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.HOURS),
            session.now().truncatedTo(ChronoUnit.HOURS),
            Duration.ofHours(1),
            "Sum"));
  }

  /** A question of one call. */
  interface Question {
    Object ask(Session session);
  }

  static void add(Action action, String region, List<Probe> probes, Question question) {
    probes.add(
        new Probe(
            action, region, session -> session.find(action, region, () -> question.ask(session))));
  }
}
