// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tidemark.authoring.Facts;
import dev.tidemark.fake.aws.FakeAws;
import dev.tidemark.fake.aws.FakeBucket;
import dev.tidemark.fake.aws.FakeObjects;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * A bucket so large that a crash comes in the middle. Every day it has {@value #EVERY_DAY} objects;
 * {@code -Dextra.jvm.args="-Xmx64m -Dtidemark.objects=10000000"} makes it ten million, in a heap
 * that would not hold their keys. What was measured is printed. {@code -Dseed=N}, there as well,
 * crashes at the same pages again.
 */
class LongListingTest {
  private static final int EVERY_DAY = 150_000;
  private static final int OBJECTS_OF_A_PAGE = 25_000;
  private static final int OBJECTS_OF_A_REQUEST = 1_000;
  private static final int CRASHES = 3;
  private static final long MOST_GROWTH = 8L << 20;
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  private final int objects = Integer.getInteger("tidemark.objects", EVERY_DAY);
  private final long seed = Long.getLong("seed", System.nanoTime());
  private final FakeAws fake = FakeAws.empty();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final List<Long> heap = new ArrayList<>();

  @AfterEach
  void close() {
    fake.close();
    logger().detachAppender(log);
  }

  @Test
  void goesOnAfterEachCrashInTheSameMemoryAndSaysHowFarItIs() {
    System.out.println("seed " + seed);
    fake.put(
        FakeBucket.of("lake", Things.HERE, Instant.EPOCH)
            .holding(FakeObjects.numbered(objects, FIRST)));
    log.start();
    logger().setLevel(Level.INFO);
    logger().addAppender(log);
    Instant began = Instant.now();
    long cpu = cpu();
    Fetched last = listed(began);
    print(Duration.between(began, Instant.now()), Duration.ofNanos(cpu() - cpu));
    Facts record = Facts.of(last.changes().get(0));
    assertThat(record.count("objects")).isEqualTo(objects);
    assertThat(record.count("bytes")).isEqualTo(bytes());
    assertThat(record.instant("newest_at")).isEqualTo(FIRST.plusSeconds(objects - 1));
    assertThat(last.completeThrough()).as("what came meanwhile may be missing").isEqualTo(began);
    assertThat(lists()).isEqualTo((objects + OBJECTS_OF_A_REQUEST - 1) / 1_000 + lostLists());
    assertThat(mostGrowth()).as("more memory than after the first page").isLessThan(MOST_GROWTH);
    assertThat(log.list)
        .hasSizeBetween((objects - 1) / 100_000, objects / 100_000 + CRASHES)
        .allMatch(it -> it.getFormattedMessage().startsWith("listing s3://lake: "));
  }

  /** Every page is committed but those a crash takes; the next process has the cursor only. */
  private Fetched listed(Instant began) {
    List<Integer> crashes = crashes();
    Cursor committed = Cursor.start();
    Connector connector = connector();
    long known = 0;
    for (int page = 0; true; page++) {
      Instant upper = began.plusSeconds(page);
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
      known += OBJECTS_OF_A_PAGE;
      assertThat(fetched.volume().records()).isEqualTo(OBJECTS_OF_A_PAGE);
      assertThat(committed.json()).contains("\"objects\":" + known + ",").hasSizeLessThan(300);
      measure(page);
    }
  }

  private List<Integer> crashes() {
    int pages = objects / OBJECTS_OF_A_PAGE;
    return new Random(seed).ints(1, pages).distinct().limit(CRASHES).boxed().toList();
  }

  /** Requests of pages that were lost in a crash are made again, and no others. */
  private static int lostLists() {
    return CRASHES * OBJECTS_OF_A_PAGE / OBJECTS_OF_A_REQUEST;
  }

  private int lists() {
    return (int) fake.calls().stream().filter(it -> it.startsWith("s3:ListBucket ")).count();
  }

  private void measure(int page) {
    if (page % Math.max(1, objects / OBJECTS_OF_A_PAGE / 10) == 0) {
      fake.forget();
      System.gc();
      heap.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
  }

  private long mostGrowth() {
    return heap.stream().mapToLong(it -> it - heap.get(0)).max().orElseThrow();
  }

  private void print(Duration time, Duration cpu) {
    System.out.printf(
        "%d objects in %d s: %d/s, %.1f s of CPU with the fake; heap after collection at most"
            + " %.1f MB of %d MB%n",
        objects,
        time.toSeconds(),
        objects * 1_000L / Math.max(1, time.toMillis()),
        cpu.toMillis() / 1e3,
        heap.stream().mapToLong(it -> it).max().orElseThrow() / 1e6,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  private Connector connector() {
    Map<String, Object> settings = Things.settings(fake);
    settings.put("list-objects-of", List.of("lake"));
    return Things.connector(settings);
  }

  private long bytes() {
    long bytes = 0;
    for (int number = 0; number < objects; number++) {
      bytes += 100 + number % 7;
    }
    return bytes;
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(ObjectsPass.class);
  }
}
