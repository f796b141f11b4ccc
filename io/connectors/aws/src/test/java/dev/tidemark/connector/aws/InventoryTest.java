// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.authoring.MetricNames;
import dev.tidemark.fake.aws.FakeAws;
import dev.tidemark.fake.aws.FakeBucket;
import dev.tidemark.fake.aws.FakeDelivery;
import dev.tidemark.fake.aws.FakeInventory;
import dev.tidemark.fake.aws.FakeObjects;
import dev.tidemark.model.Bytes;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Fetched;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Buckets that are counted from what S3 Inventory delivers. */
class InventoryTest {

  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final FakeInventory DAILY = FakeInventory.daily("all", "reports");

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
  private final Instant yesterday = now.minus(1, ChronoUnit.DAYS);
  private final FakeAws fake = FakeAws.empty();
  private final Map<String, Object> settings = Things.settings(fake);
  private final SortedMap<String, Supplier<Bytes>> reports = new TreeMap<>();
  private final Connector connector;

  InventoryTest() {
    settings.put("inventories-of", List.of("lake*"));
    connector = Things.connector(settings);
  }

  @AfterEach
  void close() {
    connector.close();
    fake.close();
  }

  @Test
  void addsUpWhatTheNewestInventoryHolds() {
    configured(DAILY);
    delivered(DAILY, now.minus(3, ChronoUnit.DAYS), 1, 7);
    delivered(DAILY, yesterday, 3, 1_000);
    Reading reading = read().pass();
    assertThat(reading.record("lake").count("objects")).isEqualTo(3_000);
    assertThat(reading.record("lake").count("bytes")).isEqualTo(300_000);
    assertThat(reading.record("lake").instant("newest_at")).isEqualTo(FIRST.plusSeconds(2_999));
    assertThat(reading.record("lake").instant("as_of")).isEqualTo(yesterday);
    assertThat(reading.numbers(MetricNames.FRESHNESS_LAG))
        .as("how old it was when it was counted")
        .containsEntry("s3://lake", (double) ChronoUnit.SECONDS.between(FIRST, yesterday) - 2_999);
    assertThat(asked("s3:ListBucket ")).as("the folders of the deliveries").isEqualTo(1);
  }

  @Test
  void countsOfEveryObjectTheVersionAListingWouldShow() {
    FakeInventory all = DAILY.ofAllVersions().with("LastModifiedDate", "Size");
    configured(all);
    put(
        new FakeDelivery(
            all,
            "lake",
            yesterday,
            1,
            file ->
                Stream.of(
                    FakeDelivery.row("lake", "a%2Cb", "v2", "true", "false", FIRST, 5),
                    FakeDelivery.row("lake", "a%2Cb", "v1", "false", "false", now, 100),
                    FakeDelivery.row("lake", "gone", "v4", "true", "true", now, ""),
                    FakeDelivery.row("lake", "gone", "v3", "false", "false", now, 100))));
    Reading reading = read().pass();
    assertThat(reading.record("lake").count("objects")).isEqualTo(1);
    assertThat(reading.record("lake").count("bytes")).isEqualTo(5);
    assertThat(reading.record("lake").instant("newest_at")).isEqualTo(FIRST);
  }

  @Test
  void goesOnAtTheNextFileAfterACrash() {
    configured(DAILY);
    delivered(DAILY, yesterday, 30, 10);
    Reading reading = read();
    Fetched first = reading.page();
    assertThat(first.changes()).isEmpty();
    assertThat(first.more()).isTrue();
    assertThat(first.volume().records()).isEqualTo(250);
    assertThat(reading.cursor().json()).contains("\"files\":25", "\"objects\":250");
    reading.crash();
    long before = asked("s3:GetObject ");
    reading.passAt(Instant.now());
    assertThat(reading.record("lake").count("objects")).isEqualTo(300);
    assertThat(asked("s3:GetObject ") - before).as("five files and the manifest").isEqualTo(6);
  }

  @Test
  void beginsAnewWithTheNewestWhereTheOneItWasInIsGone() {
    configured(DAILY);
    delivered(DAILY, yesterday, 30, 10);
    Reading reading = read();
    reading.page();
    reports.clear();
    delivered(DAILY, now, 1, 8);
    reading.passAt(Instant.now());
    assertThat(reading.record("lake").count("objects")).isEqualTo(8);
  }

  @Test
  void takesADailyOneOfTheWholeBucketBeforeOthers() {
    FakeInventory weekly = FakeInventory.daily("a-weekly", "reports").weekly().under("");
    configured(
        weekly,
        DAILY.under("deep/er/"),
        FakeInventory.daily("a-part", "reports").of("part/"),
        FakeInventory.daily("an-old-one", "reports").disabled());
    delivered(weekly, now, 1, 3);
    delivered(DAILY.under("deep/er/"), yesterday, 1, 4);
    assertThat(read().pass().record("lake").count("objects")).isEqualTo(4);
  }

  @Test
  void saysWhyThereIsNoneToReadAndLeavesTheBucketOut() {
    configured(DAILY.as("ORC"), FakeInventory.daily("part", "reports").of("part/"));
    Reading reading = read().pass();
    assertThat(reading.records()).isEmpty();
    assertThat(last(reading).completeThrough()).isNull();
    assertThat(check("inventory: lake").message())
        .contains("all: its format is ORC", "part: it leaves out", "as CSV");
    FakeInventory slim = DAILY.with("Size");
    configured(slim);
    delivered(slim, yesterday, 1, 7);
    assertThat(check("inventory: lake").message()).contains("lacks size or date of last change");
  }

  @Test
  void listsInsteadWhereItMay() {
    settings.put("list-objects-of", List.of("lake"));
    configured(DAILY);
    delivered(DAILY, now.minus(16, ChronoUnit.DAYS), 1, 7);
    try (Connector listing = Things.connector(settings)) {
      Reading reading = new Reading(listing, "s3_objects", 100).pass();
      assertThat(reading.record("lake").count("objects")).as("as listed").isEqualTo(2);
      assertThat(last(reading).completeThrough()).isNotNull();
    }
  }

  @Test
  void namesThePermissionsItLacks() {
    configured(DAILY);
    delivered(DAILY, yesterday, 1, 7);
    assertThat(check("inventory: lake").passed()).isTrue();
    fake.deny("s3:GetObject", "*");
    assertThat(check("permission: s3:GetObject eu-central-1").message())
        .contains("add s3:GetObject");
    fake.mend();
    fake.deny("s3:GetInventoryConfiguration", "*");
    assertThat(check("permission: s3:GetInventoryConfiguration eu-central-1").failure())
        .isEqualTo(Category.PERMISSION);
  }

  @Test
  void countsNothingOfAFileThatIsNotWhatItsManifestSays() {
    configured(DAILY);
    delivered(DAILY, yesterday, 1, 2);
    String file = file();
    Bytes whole = made(file, reports);
    reports.put(file, () -> Bytes.wrap(Arrays.copyOf(whole.array(), whole.length() / 2)));
    refused(Category.TRANSIENT, "broke off");
    reports.put(file, () -> Bytes.utf8("no gzip at all"));
    refused(Category.DATA, "no gzip");
    delivered(DAILY.with("LastModifiedDate", "Size"), yesterday, 1, 2);
    refused(Category.DATA, "is not what its manifest says in row 1");
  }

  @Test
  void countsNothingOfAFileWithAnotherChecksum() {
    configured(DAILY);
    delivered(DAILY, yesterday, 1, 2);
    Reading reading = read().pass();
    String file = file();
    SortedMap<String, Supplier<Bytes>> other = delivery(DAILY, yesterday, 1, 3).objects();
    reports.put(file, () -> made(file, other));
    refused(Category.DATA, "checksum");
    assertThat(reading.record("lake").count("objects")).isEqualTo(2);
  }

  private String file() {
    return reports.keySet().stream().filter(it -> it.endsWith(".gz")).findFirst().orElseThrow();
  }

  private static Bytes made(String key, SortedMap<String, Supplier<Bytes>> objects) {
    return Objects.requireNonNull(objects.get(key), key).get();
  }

  private void refused(Category category, String words) {
    assertThatThrownBy(() -> read().pass())
        .isInstanceOfSatisfying(
            ConnectorException.class,
            failure -> {
              assertThat(failure.category()).isEqualTo(category);
              assertThat(failure.getMessage()).contains(words);
            });
  }

  private void configured(FakeInventory... inventories) {
    SortedMap<String, FakeObjects.FakeObject> objects = new TreeMap<>();
    objects.put("a", new FakeObjects.FakeObject("a", 1, FIRST));
    objects.put("b", new FakeObjects.FakeObject("b", 1, FIRST));
    fake.put(
        FakeBucket.of("lake", Things.HERE, Instant.EPOCH)
            .holding(FakeObjects.of(objects))
            .inventoried(inventories));
    fake.put(
        FakeBucket.of("reports", Things.HERE, Instant.EPOCH)
            .holding(FakeObjects.readable(reports, now)));
  }

  private void delivered(FakeInventory inventory, Instant taken, int files, int rows) {
    put(delivery(inventory, taken, files, rows));
  }

  private void put(FakeDelivery delivery) {
    reports.putAll(delivery.objects());
  }

  private static FakeDelivery delivery(
      FakeInventory inventory, Instant taken, int files, int rows) {
    return new FakeDelivery(
        inventory,
        "lake",
        taken,
        files,
        file -> IntStream.range(file * rows, (file + 1) * rows).mapToObj(InventoryTest::row));
  }

  private static String row(int number) {
    return FakeDelivery.row(
        "lake", "part-" + number, 100, FIRST.plusSeconds(number), "STANDARD", "SSE-S3");
  }

  private Reading read() {
    return new Reading(connector, "s3_objects", 100);
  }

  private static Fetched last(Reading reading) {
    return reading.pages().get(reading.pages().size() - 1);
  }

  private CheckResult check(String need) {
    return connector.check().stream()
        .filter(it -> it.need().equals(need))
        .findFirst()
        .orElseThrow(() -> new AssertionError(need));
  }

  private long asked(String action) {
    return fake.calls().stream().filter(it -> it.startsWith(action)).count();
  }
}
