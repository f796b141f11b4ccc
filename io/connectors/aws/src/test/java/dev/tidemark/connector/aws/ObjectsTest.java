// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.authoring.MetricNames;
import dev.tidemark.fake.aws.FakeAws;
import dev.tidemark.fake.aws.FakeBucket;
import dev.tidemark.fake.aws.FakeObjects;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.Fetched;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObjectsTest {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  private final FakeAws fake = FakeAws.empty();
  private final Connector connector = connector();

  private Connector connector() {
    Map<String, Object> settings = Things.settings(fake);
    settings.put("list-objects-of", List.of("lake*"));
    return Things.connector(settings);
  }

  @AfterEach
  void close() {
    connector.close();
    fake.close();
  }

  @Test
  void addsUpObjectsOfChosenBucketsOnly() {
    put("lake", 2_345);
    put("other", 7);
    put("lake-empty", 0);
    Reading reading = read().pass();
    assertThat(reading.records().keySet()).containsExactly("lake", "lake-empty");
    assertThat(reading.record("lake").count("objects")).isEqualTo(2_345);
    assertThat(reading.record("lake").count("bytes")).isEqualTo(bytes(2_345));
    assertThat(reading.record("lake").instant("newest_at")).isEqualTo(FIRST.plusSeconds(2_344));
    assertThat(reading.record("lake-empty").findInstant("newest_at")).isEmpty();
    assertThat(reading.numbers(MetricNames.FRESHNESS_LAG)).containsOnlyKeys("s3://lake");
    assertThat(reading.facts(MetricNames.ASSET_STATE).get("s3://lake"))
        .containsEntry("write.day", "2026-01-01");
  }

  @Test
  void goesOnInTheMiddleAfterACrashAndSaysHowFarItIs() {
    put("lake", 60_000);
    put("lake-2", 10);
    Reading reading = read();
    Fetched first = reading.page();
    assertThat(first.changes()).isEmpty();
    assertThat(first.more()).isTrue();
    assertThat(first.volume().records()).isEqualTo(25_000);
    assertThat(reading.cursor().json()).contains("part-000024999", "25000");
    reading.crash();
    int before = lists();
    reading.passAt(Instant.now());
    assertThat(reading.record("lake").count("objects")).isEqualTo(60_000);
    assertThat(reading.record("lake").count("bytes")).isEqualTo(bytes(60_000));
    assertThat(lists() - before).isEqualTo(35 + 1);
  }

  @Test
  void keepsWhatIsKnownWhileABucketIsUnderWay() {
    put("lake", 30_000);
    put("lake-2", 5);
    Reading reading = read().pass();
    assertThat(reading.records()).hasSize(2);
    reading.page();
    assertThat(reading.records()).hasSize(2);
    fake.remove("lake-2");
    assertThat(reading.pass().records().keySet()).containsExactly("lake");
  }

  @Test
  void aBucketThatRefusesItselfKeepsWhatIsKnownOfIt() {
    put("lake", 5);
    put("lake-2", 5);
    Reading reading = read().pass();
    fake.deny("s3:ListBucket", "*");
    reading.pass();
    assertThat(reading.records()).hasSize(2);
    assertThat(reading.pages().get(reading.pages().size() - 1).completeThrough()).isNull();
  }

  private Reading read() {
    return new Reading(connector, "s3_objects", 100);
  }

  private void put(String bucket, int objects) {
    fake.put(
        FakeBucket.of(bucket, Things.HERE, Instant.EPOCH)
            .holding(FakeObjects.numbered(objects, FIRST)));
  }

  private int lists() {
    return (int) fake.calls().stream().filter(it -> it.startsWith("s3:ListBucket ")).count();
  }

  private static long bytes(int objects) {
    long bytes = 0;
    for (int number = 0; number < objects; number++) {
      bytes += 100 + number % 7;
    }
    return bytes;
  }
}
