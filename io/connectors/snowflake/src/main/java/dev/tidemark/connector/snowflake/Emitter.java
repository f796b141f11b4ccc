// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.model.asset.Population;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.MetricCatalogue;
import dev.tidemark.model.metric.MetricKind;
import dev.tidemark.model.metric.Temporality;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.EventSink;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a record says into metric events, in the catalogue's units.
 *
 * @param at the record's own time
 */
record Emitter(EventSink sink, Instant at) {
  private static final MetricCatalogue CATALOGUE = MetricCatalogue.standard();

  /** Facts about a subject. */
  void state(String metric, Subject subject, Map<String, String> facts) {
    emit(metric, MetricKind.STATE, new MetricValue.Facts(facts), subject, Attributes.none(), null);
  }

  /** A value as it is now. */
  void gauge(String metric, double value, @Nullable Subject subject, Attributes attributes) {
    emit(metric, MetricKind.GAUGE, new MetricValue.Quantity(value), subject, attributes, null);
  }

  /** An amount of something that happened. */
  void sum(String metric, double amount, Attributes attributes) {
    emit(metric, MetricKind.SUM, new MetricValue.Quantity(amount), null, attributes, null);
  }

  /** Parts of a whole. */
  void ratio(String metric, double numerator, double denominator, Attributes attributes) {
    if (numerator < 0 || numerator > denominator) {
      throw ConnectorException.of(
          Category.DATA, numerator + " of " + denominator + " is no part of a whole");
    }
    MetricValue value = new MetricValue.Ratio(numerator, denominator);
    emit(metric, MetricKind.RATIO, value, null, attributes, null);
  }

  /** One thing's duration or size. */
  void histogram(String metric, double value, Attributes attributes) {
    emit(metric, MetricKind.HISTOGRAM, new MetricValue.Quantity(value), null, attributes, null);
  }

  /** One member of a set counted distinctly. */
  void member(String metric, String pseudonym, Attributes attributes) {
    emit(metric, MetricKind.SKETCH, new MetricValue.Member(pseudonym), null, attributes, null);
  }

  void heartbeat(Subject subject) {
    emit(
        Metrics.HEARTBEAT,
        MetricKind.HEARTBEAT,
        new MetricValue.Quantity(1),
        subject,
        Attributes.of("outcome", "success"),
        null);
  }

  /** How many subjects of a kind there are, and how many of them can be seen. */
  void eligible(Subject subject, Population population) {
    emit(
        Metrics.ELIGIBLE,
        MetricKind.GAUGE,
        new MetricValue.Quantity((double) population.eligible()),
        subject,
        Attributes.of("subject.kind", population.kind()),
        population);
  }

  private void emit(
      String metric,
      MetricKind kind,
      MetricValue value,
      @Nullable Subject subject,
      Attributes attributes,
      @Nullable Population population) {
    var entry = CATALOGUE.require(metric);
    Temporality temporality = kind == MetricKind.SKETCH ? Temporality.DELTA : entry.temporality();
    String unit = entry.unit(kind).symbol();
    sink.accept(
        new MetricEvent(
            metric, temporality, unit, value, subject, attributes, at, at, 0, population));
  }
}
