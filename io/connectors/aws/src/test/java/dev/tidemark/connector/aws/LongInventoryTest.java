// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.authoring.Facts;
import dev.tidemark.fake.aws.FakeAws;
import dev.tidemark.fake.aws.FakeBucket;
import dev.tidemark.fake.aws.FakeDelivery;
import dev.tidemark.fake.aws.FakeInventory;
import dev.tidemark.fake.aws.FakeObjects;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An inventory so large that crashes come in the middle: {@code -Dtidemark.objects=10000000} makes
 * it ten million rows. What was measured is printed; {@code -Dseed=N} crashes at the same pages.
 */
@Tag("later")
class LongInventoryTest {
  private static final int ROWS_OF_A_FILE = 100_000;
  private static final int CRASHES = 3;
  private static final long MOST_GROWTH = 12L << 20;
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final FakeInventory DAILY = FakeInventory.daily("all", "reports");

  private final int files =
      Math.max(20, Integer.getInteger("tidemark.objects", 2_000_000) / ROWS_OF_A_FILE);
  private final long seed = Long.getLong("seed", System.nanoTime());
  private final FakeAws fake = FakeAws.empty();
  private final List<Long> heap = new ArrayList<>();

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void goesOnAfterEachCrashInTheSameMemory() {
    System.out.println("seed " + seed);
    Instant now = Instant.now();
    delivered(now.minus(Duration.ofDays(1)));
    Instant began = Instant.now();
    Fetched last = counted(now);
    print(Duration.between(began, Instant.now()));
    Facts record = Facts.of(last.changes().get(0));
    assertThat(record.count("objects")).isEqualTo((long) files * ROWS_OF_A_FILE);
    assertThat(record.count("bytes")).isEqualTo(100L * files * ROWS_OF_A_FILE);
    assertThat(record.instant("newest_at"))
        .isEqualTo(FIRST.plusSeconds((long) files * ROWS_OF_A_FILE - 1));
    assertThat(heap.stream().mapToLong(it -> it - heap.get(0)).max().orElseThrow())
        .as("more memory than after the first page")
        .isLessThan(MOST_GROWTH);
  }

  /** Every page is committed but those a crash takes; the next process has the cursor only. */
  private Fetched counted(Instant upper) {
    List<Integer> crashes =
        new Random(seed).ints(0, files / 5).distinct().limit(CRASHES).boxed().toList();
    Cursor committed = Cursor.start();
    Connector connector = connector();
    for (int page = 0; true; page++) {
      Fetched fetched =
          connector.fetch(
              new FetchRequest("s3_objects", ReadPosition.at(committed), upper, 100, 8_000_000));
      if (crashes.contains(page)) {
        connector.close();
        connector = connector();
        continue;
      }
      if (!fetched.more()) {
        connector.close();
        return fetched;
      }
      committed = new Cursor(fetched.next().settled().json());
      assertThat(committed.json()).hasSizeLessThan(400);
      System.gc();
      heap.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
  }

  private void delivered(Instant taken) {
    SortedMap<String, Supplier<Bytes>> objects =
        new FakeDelivery(DAILY, "lake", taken, files, LongInventoryTest::rows).objects();
    long manifest =
        objects.entrySet().stream()
            .filter(it -> it.getKey().endsWith("manifest.json"))
            .mapToLong(it -> it.getValue().get().length())
            .sum();
    assertThat(manifest).as("made before the clock runs").isPositive();
    fake.put(FakeBucket.of("lake", Things.HERE, Instant.EPOCH).inventoried(DAILY));
    fake.put(
        FakeBucket.of("reports", Things.HERE, Instant.EPOCH)
            .holding(FakeObjects.readable(objects, taken)));
  }

  private static Stream<String> rows(int file) {
    return IntStream.range(file * ROWS_OF_A_FILE, (file + 1) * ROWS_OF_A_FILE)
        .mapToObj(
            number ->
                FakeDelivery.row(
                    "lake",
                    "data%2Fpart-" + number,
                    100,
                    FIRST.plusSeconds(number),
                    "STANDARD",
                    "SSE-S3"));
  }

  private void print(Duration time) {
    System.out.printf(
        "%d rows of %d files in %d s: %d/s, the fake packing them meanwhile; heap after"
            + " collection at most %.1f MB of %d MB%n",
        (long) files * ROWS_OF_A_FILE,
        files,
        time.toSeconds(),
        (long) files * ROWS_OF_A_FILE * 1_000L / Math.max(1, time.toMillis()),
        heap.stream().mapToLong(it -> it).max().orElseThrow() / 1e6,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  private Connector connector() {
    Map<String, Object> settings = Things.settings(fake);
    settings.put("inventories-of", List.of("lake"));
    return Things.connector(settings);
  }
}
