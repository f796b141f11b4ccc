// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.fake.aws.FakeAws;
import dev.tidemark.fake.aws.FakeBucket;
import dev.tidemark.fake.aws.FakeBucket.Access;
import dev.tidemark.fake.aws.FakeMetric;
import dev.tidemark.model.stream.CostUnit;
import dev.tidemark.spi.Connector;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BucketsTest {
  private final Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);

  private final FakeAws fake = FakeAws.empty();
  private final Connector connector = Things.connector(fake);

  @AfterEach
  void close() {
    connector.close();
    fake.close();
  }

  @Test
  void saysWhatIsConfiguredAndWhatNeverWas() {
    fake.put(
        bucket("governed")
            .encryptedBy("aws:kms")
            .closed()
            .versioned("Enabled")
            .expiring(365)
            .tagged(Map.of("Owner", "sales", "Data-Classification", "Confidential")));
    fake.put(bucket("bare").encryptedBy(""));
    Map<String, Map<String, String>> facts = read().facts(MetricNames.ASSET_STATE);
    assertThat(facts.get("s3://governed"))
        .containsEntry("owner.present", "true")
        .containsEntry("class", "sensitive")
        .containsEntry("retention", "other")
        .containsEntry("encryption", "aws:kms")
        .containsEntry("versioning", "Enabled");
    assertThat(facts.get("s3://bare"))
        .containsEntry("owner.present", "false")
        .containsEntry("retention", "none")
        .containsEntry("encryption", "none")
        .containsEntry("versioning", "never")
        .doesNotContainKey("class")
        .doesNotContainKey("write.day");
  }

  @Test
  void isPublicOnlyWhereNoSwitchTakesItBack() {
    fake.put(bucket("policy").withPolicy(Access.EVERYBODY));
    fake.put(bucket("list").withAccessList(Access.EVERYBODY).withPolicy(Access.NOBODY));
    fake.put(bucket("taken-back").withPolicy(Access.EVERYBODY).closed());
    fake.put(
        bucket("approved").withPolicy(Access.EVERYBODY).tagged(Map.of("public-approved", "true")));
    Map<String, Map<String, String>> facts = read().facts(MetricNames.EXPOSURE);
    assertThat(facts.get("s3://policy"))
        .containsExactly(Map.entry("exposure", "public"), Map.entry("exposure.approved", "false"));
    assertThat(facts.get("s3://list")).containsEntry("exposure", "public");
    assertThat(facts.get("s3://taken-back")).containsEntry("exposure", "private");
    assertThat(facts.get("s3://approved")).containsEntry("exposure.approved", "true");
  }

  @Test
  void whatItMayNotKnowItDoesNotSay() {
    fake.put(bucket("lake").tagged(Map.of("owner", "x")));
    fake.deny("s3:GetBucketTagging", "*");
    fake.deny("s3:GetBucketPublicAccessBlock", "*");
    Reading reading = read();
    assertThat(reading.record("lake").texts("denied"))
        .containsExactly("s3:GetBucketPublicAccessBlock", "s3:GetBucketTagging");
    assertThat(reading.facts(MetricNames.ASSET_STATE).get("s3://lake"))
        .doesNotContainKeys("owner.present", "described", "class");
    assertThat(reading.facts(MetricNames.EXPOSURE)).isEmpty();
  }

  @Test
  void takesBytesAndObjectsFromTheNewestDayAndPaysForThem() {
    fake.put(bucket("lake"));
    storage("BucketSizeBytes", "StandardStorage", Map.of(3, 70.0, 2, 100.0, 1, 100.0));
    storage("BucketSizeBytes", "GlacierStorage", Map.of(3, 5.0, 2, 5.0, 1, 5.0));
    storage("NumberOfObjects", "AllStorageTypes", Map.of(3, 8.0, 2, 8.0, 1, 8.0));
    Reading reading = read();
    Facts record = reading.record("lake");
    assertThat(record.count("bytes")).isEqualTo(105);
    assertThat(record.count("objects")).isEqualTo(8);
    assertThat(record.text("changed_day")).isEqualTo(Emitter.day(today.minus(2, ChronoUnit.DAYS)));
    assertThat(reading.numbers(MetricNames.ASSET_SIZE))
        .containsExactly(Map.entry("s3://lake", 105.0));
    assertThat(reading.pages().get(0).volume().cost().amount(new CostUnit(Session.PAID_METRIC)))
        .isEqualTo(BigDecimal.valueOf(3));
  }

  @Test
  void anAbsentPointIsNotZero() {
    fake.put(bucket("lake"));
    storage("NumberOfObjects", "AllStorageTypes", Map.of(9, 8.0));
    Reading reading = read();
    assertThat(reading.record("lake").findCount("bytes")).isEmpty();
    assertThat(reading.record("lake").findCount("objects")).isEmpty();
    assertThat(reading.numbers(MetricNames.ASSET_SIZE)).isEmpty();
  }

  @Test
  void leavesOutOtherRegionsAndExcludedNames() {
    fake.put(bucket("lake"));
    fake.put(FakeBucket.of("far", "ap-south-1", Instant.EPOCH));
    assertThat(read().records().keySet()).containsExactly("lake");
  }

  @Test
  void aBucketThatGoesDisappearsWithThePageThatPassesItsPlace() {
    for (int number = 0; number < 25; number++) {
      fake.put(bucket("bucket-%02d".formatted(number)));
    }
    Reading reading = new Reading(connector, "s3_buckets", 10).pass();
    assertThat(reading.records()).hasSize(25);
    assertThat(reading.pages()).hasSizeGreaterThan(2);
    fake.remove("bucket-07");
    assertThat(reading.pass().records()).hasSize(24).doesNotContainKey("bucket-07");
  }

  private Reading read() {
    return Reading.of(connector, "s3_buckets");
  }

  private static FakeBucket bucket(String name) {
    return FakeBucket.of(name, Things.HERE, Instant.EPOCH);
  }

  /** Values by how many days ago. */
  private void storage(String metric, String type, Map<Integer, Double> values) {
    NavigableMap<Instant, Double> points = new TreeMap<>();
    values.forEach((ago, value) -> points.put(today.minus(ago, ChronoUnit.DAYS), value));
    Map<String, String> dimensions = Map.of("BucketName", "lake", "StorageType", type);
    fake.put(Things.HERE, new FakeMetric("AWS/S3", metric, dimensions, points));
  }
}
