// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.beam.MetricEventCoder;
import dev.tidemark.beam.OrganisationIdCoder;
import dev.tidemark.beam.Times;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.Temporality;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.model.window.Grain;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.windowing.AfterPane;
import org.apache.beam.sdk.transforms.windowing.AfterWatermark;
import org.apache.beam.sdk.transforms.windowing.IntervalWindow;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TimestampedValue;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;

/**
 * The aggregates as anybody may use them in a pipeline of their own: metric events into daily sums,
 * with Beam's windows, watermark and lateness.
 */
final class ExampleTest {
  private static final Instant DAY = Instant.parse("2026-01-08T00:00:00Z");
  private static final OrganisationId ACME = new OrganisationId(new UUID(0, 1));
  private static final OrganisationId ZETA = new OrganisationId(new UUID(0, 2));

  private final Pipeline pipeline = Pipeline.create();

  @Test
  void onTime() {
    PCollection<KV<OrganisationId, Double>> sums =
        dailySums(stream().addElements(runs(ACME, 9, 2), runs(ACME, 23, 3)));
    PAssert.that(sums).inOnTimePane(day()).containsInAnyOrder(List.of(KV.of(ACME, 5d)));
    pipeline.run().waitUntilFinish();
  }

  @Test
  void lateWithinAllowance() {
    PCollection<KV<OrganisationId, Double>> sums =
        dailySums(
            stream()
                .addElements(runs(ACME, 9, 2))
                .advanceWatermarkTo(Times.joda(DAY.plus(Duration.ofDays(7))))
                .addElements(runs(ACME, 10, 40)));
    PAssert.that(sums).inOnTimePane(day()).containsInAnyOrder(List.of(KV.of(ACME, 2d)));
    PAssert.that(sums).inLatePane(day()).containsInAnyOrder(List.of(KV.of(ACME, 42d)));
    pipeline.run().waitUntilFinish();
  }

  @Test
  void droppedAfterAllowance() {
    PCollection<KV<OrganisationId, Double>> sums =
        dailySums(
            stream()
                .addElements(runs(ACME, 9, 2))
                .advanceWatermarkTo(Times.joda(DAY.plus(Duration.ofDays(9))))
                .addElements(runs(ACME, 10, 40)));
    PAssert.that(sums).inWindow(day()).containsInAnyOrder(List.of(KV.of(ACME, 2d)));
    pipeline.run().waitUntilFinish();
  }

  @Test
  void twoOrganisationsInterleaved() {
    PCollection<KV<OrganisationId, Double>> sums =
        dailySums(
            stream()
                .addElements(runs(ACME, 9, 2), runs(ZETA, 9, 100), runs(ACME, 8, 3))
                .addElements(runs(ZETA, 7, 200)));
    PAssert.that(sums)
        .inOnTimePane(day())
        .containsInAnyOrder(List.of(KV.of(ACME, 5d), KV.of(ZETA, 300d)));
    pipeline.run().waitUntilFinish();
  }

  private PCollection<KV<OrganisationId, Double>> dailySums(
      TestStream.Builder<KV<OrganisationId, MetricEvent>> events) {
    return pipeline
        .apply("Events", events.advanceWatermarkToInfinity())
        .apply("Days", daily())
        .apply("Sum", Combine.perKey(new SumFn()))
        .apply(
            "Values",
            MapElements.into(TypeDescriptors.kvs(ACME_TYPE, TypeDescriptors.doubles()))
                .via(total -> KV.of(total.getKey(), total.getValue().sum())));
  }

  private static final TypeDescriptor<OrganisationId> ACME_TYPE =
      TypeDescriptor.of(OrganisationId.class);

  private static Window<KV<OrganisationId, MetricEvent>> daily() {
    return Window.<KV<OrganisationId, MetricEvent>>into(UtcWindows.of(Grain.DAY))
        .triggering(
            AfterWatermark.pastEndOfWindow().withLateFirings(AfterPane.elementCountAtLeast(1)))
        .withAllowedLateness(Times.joda(Duration.ofDays(7)))
        .accumulatingFiredPanes();
  }

  private static TestStream.Builder<KV<OrganisationId, MetricEvent>> stream() {
    return TestStream.create(KvCoder.of(OrganisationIdCoder.of(), MetricEventCoder.of()));
  }

  private static TimestampedValue<KV<OrganisationId, MetricEvent>> runs(
      OrganisationId organisation, int hour, double count) {
    Instant at = DAY.plus(Duration.ofHours(hour));
    MetricEvent event =
        new MetricEvent(
            "tidemark.data.pipeline.run",
            Temporality.DELTA,
            "{run}",
            new MetricValue.Quantity(count),
            null,
            Attributes.of("outcome", "success"),
            at,
            at,
            0,
            null);
    return TimestampedValue.of(KV.of(organisation, event), Times.joda(at));
  }

  private static IntervalWindow day() {
    return UtcWindows.of(Grain.DAY).assignWindow(Times.joda(DAY));
  }
}
