// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.model.asset.Population;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricCatalogue;
import dev.tidemark.model.metric.MetricKind;
import dev.tidemark.model.metric.Temporality;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.EventSink;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a snapshot of a server shows into metric events, in the catalogue's units.
 *
 * @param at when the snapshot was taken, by the server's clock
 */
record Emitter(EventSink sink, Instant at) {
  private static final MetricCatalogue CATALOGUE = MetricCatalogue.standard();

  /** Facts about a subject. */
  void state(String metric, Subject subject, Map<String, String> facts) {
    emit(metric, MetricKind.STATE, new MetricValue.Facts(facts), subject, Attributes.none());
  }

  /** A value as it is now. */
  void gauge(String metric, double value, Subject subject, Attributes attributes) {
    emit(metric, MetricKind.GAUGE, new MetricValue.Quantity(value), subject, attributes);
  }

  void heartbeat(Subject subject) {
    emit(
        Metrics.HEARTBEAT,
        MetricKind.HEARTBEAT,
        new MetricValue.Quantity(1),
        subject,
        Attributes.of("outcome", "success"));
  }

  /** How many subjects of a kind there are, and how many of them can be seen. */
  void eligible(Subject subject, Population population) {
    MetricValue value = new MetricValue.Quantity((double) population.eligible());
    Attributes attributes = Attributes.of("subject.kind", population.kind());
    emit(Metrics.ELIGIBLE, MetricKind.GAUGE, value, subject, attributes, population);
  }

  /** One member of a set counted distinctly. */
  void member(String metric, String pseudonym, Attributes attributes) {
    emit(metric, MetricKind.SKETCH, new MetricValue.Member(pseudonym), null, attributes);
  }

  /**
   * A counter.
   *
   * @param start when it began at zero; the epoch where the server does not say
   * @param reached when it came to this value, as nearly as is known
   */
  void counter(
      String metric,
      long value,
      Subject subject,
      Attributes attributes,
      Instant start,
      Instant reached) {
    sink.accept(
        new MetricEvent(
            metric,
            Temporality.CUMULATIVE,
            unit(metric, MetricKind.SUM),
            new MetricValue.Quantity((double) value),
            subject,
            attributes,
            start,
            reached.isBefore(start) ? start : reached,
            0,
            null));
  }

  private void emit(
      String metric,
      MetricKind kind,
      MetricValue value,
      @Nullable Subject subject,
      Attributes attributes) {
    emit(metric, kind, value, subject, attributes, null);
  }

  private void emit(
      String metric,
      MetricKind kind,
      MetricValue value,
      @Nullable Subject subject,
      Attributes attributes,
      @Nullable Population population) {
    Metric entry = CATALOGUE.require(metric);
    sink.accept(
        new MetricEvent(
            metric,
            kind == MetricKind.SKETCH ? Temporality.DELTA : entry.temporality(),
            unit(metric, kind),
            value,
            subject,
            attributes,
            at,
            at,
            0,
            population));
  }

  private static String unit(String metric, MetricKind kind) {
    return CATALOGUE.require(metric).unit(kind).symbol();
  }
}
