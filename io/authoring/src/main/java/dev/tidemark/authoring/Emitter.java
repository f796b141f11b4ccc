// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import dev.tidemark.model.Stratum;
import dev.tidemark.model.asset.Population;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricCatalogue;
import dev.tidemark.model.metric.MetricKind;
import dev.tidemark.model.metric.Temporality;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.EventSink;
import dev.tidemark.spi.NormaliseContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a record shows into metric events, in the catalogue's units. A metric the catalogue
 * does not know is a defect of the connector.
 *
 * @param at the time the record is about
 */
public record Emitter(EventSink sink, Instant at) {
  private static final MetricCatalogue CATALOGUE = MetricCatalogue.standard();

  /** The same, about another time. */
  public Emitter at(Instant time) {
    return new Emitter(sink, time);
  }

  /** Facts about a subject. */
  public void state(String metric, Subject subject, Map<String, String> facts) {
    emit(metric, MetricKind.STATE, new MetricValue.Facts(facts), subject, Attributes.none(), null);
  }

  /** A value as it was at that time. */
  public void gauge(String metric, double value, @Nullable Subject subject, Attributes attributes) {
    MetricValue quantity = new MetricValue.Quantity(value);
    emit(metric, MetricKind.GAUGE, quantity, subject, attributes, null);
  }

  /** An amount that came about at that time. */
  public void sum(String metric, double amount, @Nullable Subject subject, Attributes attributes) {
    MetricValue quantity = new MetricValue.Quantity(amount);
    emit(metric, MetricKind.SUM, quantity, subject, attributes, null);
  }

  /** One thing's duration, in seconds, or size; it ended at that time. */
  public void histogram(
      String metric, double value, @Nullable Subject subject, Attributes attributes) {
    MetricValue quantity = new MetricValue.Quantity(value);
    emit(metric, MetricKind.HISTOGRAM, quantity, subject, attributes, null);
  }

  /**
   * Parts of a whole.
   *
   * @throws ConnectorException of category DATA where {@code some} is more than {@code all}
   */
  public void ratio(
      String metric, double some, double all, @Nullable Subject subject, Attributes attributes) {
    if (!(some >= 0 && some <= all)) {
      throw ConnectorException.of(Category.DATA, some + " of " + all + " is no part of a whole");
    }
    emit(metric, MetricKind.RATIO, new MetricValue.Ratio(some, all), subject, attributes, null);
  }

  /** One member of a set counted distinctly. */
  public void member(String metric, String pseudonym, Attributes attributes) {
    MetricValue member = new MetricValue.Member(pseudonym);
    emit(metric, MetricKind.SKETCH, member, null, attributes, null);
  }

  /** The sign that the connector has read. */
  public void heartbeat(Subject subject) {
    MetricValue one = new MetricValue.Quantity(1);
    Attributes outcome = Attributes.of("outcome", "success");
    emit(MetricNames.HEARTBEAT, MetricKind.HEARTBEAT, one, subject, outcome, null);
  }

  /** How old what was read was when it was read; never less than nothing, as clocks differ. */
  public void lag(Subject connector, Duration age) {
    double seconds = Math.max(0, age.toNanos() / 1e9);
    gauge(MetricNames.LAG, seconds, connector, Attributes.none());
  }

  /** The sign that the connector has read what it is about now, and how old that was. */
  public void alive(NormaliseContext context) {
    Subject connector = Urns.connector(context.stratum());
    heartbeat(connector);
    lag(connector, Duration.between(at, context.observedAt()));
  }

  /** Metrics cannot be fed for want of a permission. */
  public void lacks(Stratum stratum, String permission, List<String> metrics) {
    metrics.forEach(metric -> lacks(stratum, permission, metric));
  }

  /** A metric cannot be fed for want of a permission. */
  public void lacks(Stratum stratum, String permission, String metric) {
    String urn = stratum + "#permission=" + Urns.encoded(permission) + "&metric=" + metric;
    state(
        MetricNames.PERMISSION_MISSING,
        new Subject("connector", urn),
        Map.of("permission", permission, "metric", metric));
  }

  /**
   * A counter.
   *
   * @param start when it began at zero; the epoch where the source does not say
   * @param reached when it came to this value, as nearly as is known
   */
  public void counter(
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
            CATALOGUE.require(metric).unit(MetricKind.SUM).symbol(),
            new MetricValue.Quantity((double) value),
            subject,
            attributes,
            start,
            reached.isBefore(start) ? start : reached,
            0,
            null));
  }

  /** How many subjects of a kind there are, and how many of them can be seen. */
  public void eligible(Subject subject, Population population) {
    MetricValue value = new MetricValue.Quantity((double) population.eligible());
    Attributes attributes = Attributes.of("subject.kind", population.kind());
    emit(MetricNames.ELIGIBLE, MetricKind.GAUGE, value, subject, attributes, population);
  }

  /** The UTC day a time falls on. */
  public static String day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
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
            entry.unit(kind).symbol(),
            value,
            subject,
            attributes,
            at,
            at,
            0,
            population));
  }
}
