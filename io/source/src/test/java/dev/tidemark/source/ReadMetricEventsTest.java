// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.testkit.ExampleAccount;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Duration;
import org.junit.jupiter.api.Test;

/** A pipeline of one's own: a connector read without registry or database. */
class ReadMetricEventsTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final byte[] KEY = new byte[32];
  private static final List<Double> SEEN = new CopyOnWriteArrayList<>();

  private final ExampleAccount account = ExampleAccount.named("own-" + UUID.randomUUID());
  private final ReadMetricEvents events =
      ReadMetricEvents.from("example")
          .withSettings(Map.of("account", account.name()))
          .withPseudonymKey(KEY)
          .withStreams("events");

  @Test
  void aBoundedReadSumsWhatThereIsPerHourByBeamsOwnTransforms() {
    account.events().pageSizes(() -> 3);
    for (int row = 0; row < 10; row++) {
      account.events().append(NOON.plusSeconds(600L * row), "k", row);
    }
    account.events().append(NOON.plusSeconds(1), "k", -1);
    Pipeline pipeline = pipeline();

    PAssert.that(hourlySums(pipeline.apply(events.bounded()))).containsInAnyOrder(15.0, 30.0);
    pipeline.run().waitUntilFinish();
    assertThat(account.open()).isZero();
  }

  @Test
  void aBoundedReadAlsoShowsWhatMayStillChange() {
    Instant now = Instant.now();
    account.runs().append(now, "k", 7);
    Pipeline pipeline = pipeline();

    PAssert.that(values(pipeline.apply(events.withStreams("runs").bounded())))
        .containsInAnyOrder(7.0);
    pipeline.run().waitUntilFinish();
  }

  @Test
  void aBoundedReadThatCannotSucceedFailsWithTheConnectorsMessage() {
    account.events().troubles().fail(Category.PERMISSION, "grant pg_monitor to the role");
    Pipeline pipeline = pipeline();
    pipeline.apply(events.bounded());

    assertThatThrownBy(() -> pipeline.run().waitUntilFinish())
        .hasStackTraceContaining("grant pg_monitor to the role");
  }

  @Test
  void aBoundedReadOutlastsWhatPasses() {
    account.events().append(NOON, "k", 5);
    account
        .events()
        .troubles()
        .failNext(2, () -> ConnectorException.of(Category.TRANSIENT, "connection refused"));
    Pipeline pipeline = pipeline();

    PAssert.that(values(pipeline.apply(events.bounded()))).containsInAnyOrder(5.0);
    pipeline.run().waitUntilFinish();
  }

  @Test
  void anUnboundedReadGoesOnAndLeavesOutWhatMayStillChange() throws IOException {
    SEEN.clear();
    account.runs().append(NOON, "k", 1);
    account.runs().append(Instant.now(), "k", 100);
    DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
    options.setBlockOnRun(false);
    options.setTargetParallelism(2);
    Pipeline pipeline = Pipeline.create(options);
    values(pipeline.apply(events.withStreams("runs")))
        .apply(MapElements.into(TypeDescriptors.booleans()).via(ReadMetricEventsTest::see));
    PipelineResult running = pipeline.run();

    await().atMost(java.time.Duration.ofMinutes(2)).until(() -> SEEN.size() == 1);
    account.runs().append(NOON.plusSeconds(1), "k", 2);
    await().atMost(java.time.Duration.ofMinutes(2)).until(() -> SEEN.size() == 2);
    running.cancel();
    assertThat(SEEN).containsExactly(1.0, 2.0);
  }

  @Test
  void mistakesAreNamedBeforeAnythingRuns() {
    assertThatThrownBy(() -> pipeline().apply(ReadMetricEvents.from("exampel")))
        .hasMessageContaining("no connector type 'exampel'")
        .hasMessageContaining("example");
    assertThatThrownBy(() -> pipeline().apply(events.withStreams("evnts")))
        .hasMessageContaining("no stream 'evnts'")
        .hasMessageContaining("events, runs, tables");
    assertThatThrownBy(() -> pipeline().apply(events.withSettings(Map.of("acount", "a"))))
        .hasMessageContaining("acount");
    assertThatThrownBy(() -> events.withPseudonymKey(new byte[8]))
        .hasMessageContaining("at least 32 random bytes");
    ReadMetricEvents keyless =
        ReadMetricEvents.from("example").withSettings(Map.of("account", account.name()));
    assertThatThrownBy(() -> pipeline().apply(keyless)).hasMessageContaining("withPseudonymKey");
  }

  private static boolean see(double value) {
    return SEEN.add(value);
  }

  private static PCollection<Double> hourlySums(PCollection<MetricEvent> read) {
    return values(read.apply(Window.into(FixedWindows.of(Duration.standardHours(1)))))
        .apply(Sum.doublesGlobally().withoutDefaults());
  }

  private static PCollection<Double> values(PCollection<MetricEvent> read) {
    return read.apply(
        MapElements.into(TypeDescriptors.doubles())
            .via(event -> ((MetricValue.Quantity) event.value()).value()));
  }

  private static Pipeline pipeline() {
    PipelineOptions options = PipelineOptionsFactory.create();
    options.as(DirectOptions.class).setTargetParallelism(2);
    return Pipeline.create(options);
  }
}
