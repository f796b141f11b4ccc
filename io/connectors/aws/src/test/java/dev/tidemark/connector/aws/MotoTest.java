// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.fake.aws.FakeAws;
import dev.tidemark.fake.aws.FakeDelivery;
import dev.tidemark.fake.aws.FakeInventory;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.Hints;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.InventoryConfiguration;
import software.amazon.awssdk.services.s3.model.InventoryFormat;
import software.amazon.awssdk.services.s3.model.InventoryFrequency;
import software.amazon.awssdk.services.s3.model.InventoryIncludedObjectVersions;
import software.amazon.awssdk.services.s3.model.InventoryOptionalField;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantInstanceType;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * A second opinion beside our own fake: what moto says of an account filled by the vendor's client.
 * Its gaps (no policy status, every run succeeds, no data quality, no monitors) are left alone.
 */
@Tag("emulator")
class MotoTest {
  private static final String QUEUE = "arn:aws:sqs:eu-central-1:" + FakeAws.ACCOUNT + ":news";

  private static Moto moto;
  private static Connector connector;

  @BeforeAll
  static void start() throws IOException {
    moto = Moto.start();
    Map<String, Object> settings = new HashMap<>();
    settings.put("account", FakeAws.ACCOUNT);
    settings.put("regions", List.of(Things.HERE));
    settings.put("access-key-id", FakeAws.ACCESS_KEY);
    settings.put("secret-access-key", FakeAws.SECRET_KEY);
    settings.put("endpoint", moto.address().toString());
    settings.put("allow-private-addresses", true);
    settings.put("list-objects-of", List.of("lake", "inbox"));
    settings.put("inventories-of", List.of("counted"));
    settings.put("event-queue", QUEUE);
    connector = Things.connector(settings);
    buckets();
    inventory();
    queue();
    catalog();
    models();
  }

  @AfterAll
  static void stop() {
    connector.close();
    moto.close();
  }

  @Test
  void isWhoItSaysItIs() {
    List<CheckResult> results = connector.check();
    assertThat(results.stream().filter(it -> it.need().equals("account")))
        .allMatch(CheckResult::passed)
        .isNotEmpty();
  }

  @Test
  void readsBucketsAsTheyAreConfigured() {
    Reading reading = Reading.of(connector, "s3_buckets");
    assertThat(reading.facts(MetricNames.ASSET_STATE).get("s3://lake"))
        .containsEntry("owner.present", "true")
        .containsEntry("versioning", "Enabled")
        .containsEntry("retention", "none");
    assertThat(reading.facts(MetricNames.ASSET_STATE).get("s3://bare"))
        .containsEntry("owner.present", "false")
        .containsEntry("versioning", "never");
  }

  @Test
  void addsUpObjects() {
    Facts record = Reading.of(connector, "s3_objects").record("lake");
    assertThat(record.count("objects")).isEqualTo(3);
    assertThat(record.count("bytes")).isEqualTo(15);
    assertThat(record.findInstant("newest_at")).isPresent();
  }

  /** It keeps what is configured and delivers nothing: the delivery is put where it would lie. */
  @Test
  void countsObjectsFromAnInventory() {
    Facts record = Reading.of(connector, "s3_objects").record("counted");
    assertThat(record.count("objects")).isEqualTo(2);
    assertThat(record.count("bytes")).isEqualTo(12);
  }

  @Test
  void readsTheCatalogAndTheRunsOfJobs() {
    assertThat(Reading.of(connector, "glue_tables").facts(MetricNames.ASSET_STATE).values())
        .singleElement()
        .satisfies(
            facts ->
                assertThat(facts)
                    .containsEntry("described", "true")
                    .containsEntry("owner.present", "true"));
    assertThat(Reading.of(connector, "glue_jobs").records()).hasSize(1);
    assertThat(Reading.of(connector, "glue_job_runs").records()).hasSize(2);
  }

  @Test
  void findsEndpointsAndTakesTheirSilenceForSilence() {
    Reading reading = Reading.of(connector, "sagemaker_invocations");
    assertThat(reading.record("eu-central-1/churn").findCount("invocations")).isEmpty();
    assertThat(reading.facts(MetricNames.ENDPOINT_SEEN)).isEmpty();
  }

  /** Its buckets send notifications by themselves, and one to try whether they arrive. */
  @Test
  void hearsOfObjectsFromTheQueueTheirBucketSendsTo() {
    Hints hints = connector.hints().orElseThrow();
    assertThat(hints.await(Duration.ofSeconds(1))).isEmpty();
    try (S3Client s3 = moto.client(S3Client.builder().forcePathStyle(true))) {
      s3.putObject(it -> it.bucket("inbox").key("new"), RequestBody.fromString("12345"));
    }
    assertThat(hints.await(Duration.ofSeconds(10))).containsExactly("s3_objects");
    assertThat(hints.await(Duration.ofSeconds(1))).isEmpty();
    assertThat(messages()).containsOnly("0");
  }

  /** How many there are to receive, and how many were received and not deleted. */
  private static Collection<String> messages() {
    try (SqsClient sqs = moto.client(SqsClient.builder())) {
      String url = sqs.getQueueUrl(it -> it.queueName("news")).queueUrl();
      return sqs.getQueueAttributes(
              it ->
                  it.queueUrl(url)
                      .attributeNames(
                          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
          .attributes()
          .values();
    }
  }

  private static void inventory() {
    FakeInventory daily = FakeInventory.daily("all", "reports");
    Instant taken = Instant.now().minus(Duration.ofHours(9));
    FakeDelivery delivery =
        new FakeDelivery(
            daily,
            "counted",
            taken,
            2,
            file ->
                Stream.of(
                    FakeDelivery.row("counted", "k" + file, 5 + 2 * file, taken, "STANDARD", "")));
    try (S3Client s3 = moto.client(S3Client.builder().forcePathStyle(true))) {
      s3.putBucketInventoryConfiguration(
          it -> it.bucket("counted").id("all").inventoryConfiguration(configured()));
      delivery
          .objects()
          .forEach(
              (key, body) ->
                  s3.putObject(
                      it -> it.bucket("reports").key(key),
                      RequestBody.fromBytes(body.get().array())));
    }
  }

  private static InventoryConfiguration configured() {
    return InventoryConfiguration.builder()
        .id("all")
        .isEnabled(true)
        .includedObjectVersions(InventoryIncludedObjectVersions.CURRENT)
        .schedule(when -> when.frequency(InventoryFrequency.DAILY))
        .optionalFields(InventoryOptionalField.SIZE, InventoryOptionalField.LAST_MODIFIED_DATE)
        .destination(
            where ->
                where.s3BucketDestination(
                    it ->
                        it.bucket("arn:aws:s3:::reports")
                            .prefix("inventories")
                            .format(InventoryFormat.CSV)))
        .build();
  }

  private static void queue() {
    try (SqsClient sqs = moto.client(SqsClient.builder());
        S3Client s3 = moto.client(S3Client.builder().forcePathStyle(true))) {
      sqs.createQueue(it -> it.queueName("news"));
      QueueConfiguration queue =
          QueueConfiguration.builder().queueArn(QUEUE).events(Event.S3_OBJECT_CREATED).build();
      s3.putBucketNotificationConfiguration(
          it ->
              it.bucket("inbox").notificationConfiguration(how -> how.queueConfigurations(queue)));
    }
  }

  private static void buckets() {
    try (S3Client s3 = moto.client(S3Client.builder().forcePathStyle(true))) {
      for (String name : List.of("lake", "bare", "inbox", "counted", "reports")) {
        s3.createBucket(
            it ->
                it.bucket(name)
                    .createBucketConfiguration(
                        where -> where.locationConstraint(BucketLocationConstraint.EU_CENTRAL_1)));
      }
      s3.putBucketVersioning(
          it ->
              it.bucket("lake")
                  .versioningConfiguration(how -> how.status(BucketVersioningStatus.ENABLED)));
      s3.putBucketTagging(it -> it.bucket("lake").tagging(set -> set.tagSet(owner())));
      for (String key : List.of("a", "b", "c")) {
        s3.putObject(it -> it.bucket("lake").key(key), RequestBody.fromString("12345"));
      }
    }
  }

  private static software.amazon.awssdk.services.s3.model.Tag owner() {
    return software.amazon.awssdk.services.s3.model.Tag.builder()
        .key("owner")
        .value("sales")
        .build();
  }

  private static void catalog() {
    try (GlueClient glue = moto.client(GlueClient.builder())) {
      glue.createDatabase(it -> it.databaseInput(database -> database.name("sales")));
      Column column = Column.builder().name("id").type("bigint").comment("its number").build();
      glue.createTable(
          it ->
              it.databaseName("sales")
                  .tableInput(
                      table ->
                          table
                              .name("orders")
                              .owner("ada")
                              .description("Orders as placed")
                              .storageDescriptor(storage -> storage.columns(column))));
      glue.createJob(
          it -> it.name("daily").role("role").command(command -> command.name("glueetl")));
      glue.startJobRun(it -> it.jobName("daily"));
      glue.startJobRun(it -> it.jobName("daily"));
    }
  }

  private static void models() {
    try (SageMakerClient client = moto.client(SageMakerClient.builder())) {
      client.createModel(
          it ->
              it.modelName("churn")
                  .executionRoleArn("arn:aws:iam::" + FakeAws.ACCOUNT + ":role/role")
                  .primaryContainer(container -> container.image("image")));
      ProductionVariant variant =
          ProductionVariant.builder()
              .variantName("blue")
              .modelName("churn")
              .initialInstanceCount(1)
              .instanceType(ProductionVariantInstanceType.ML_M5_LARGE)
              .build();
      client.createEndpointConfig(it -> it.endpointConfigName("churn").productionVariants(variant));
      client.createEndpoint(it -> it.endpointName("churn").endpointConfigName("churn"));
    }
  }
}
