// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.event;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricCatalogue;
import dev.tidemark.model.metric.MetricKind;
import dev.tidemark.model.metric.Range;
import dev.tidemark.model.metric.Temporality;
import dev.tidemark.model.metric.Unit;
import dev.tidemark.model.window.Attributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds events to the catalogue: what passes is a metric of the catalogue, in its canonical unit
 * and range, with attributes it may carry. Most events have the form of the one before them, which
 * need not be looked at again. Not safe for use by several threads.
 */
public final class EventCheck {
  private static final Duration AHEAD = Duration.ofDays(1);

  /** Far above anything counted, and far enough below the end of doubles for any sum. */
  private static final double MOST = 1e18;

  private final MetricCatalogue catalogue;
  private @Nullable Form last;
  private Instant observedLast = Instant.EPOCH;
  private Instant latest = Instant.EPOCH.plus(AHEAD);

  /** A check against that catalogue. */
  public EventCheck(MetricCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** What events have in common that differ in attributes, value and time only. */
  private record Form(
      MetricEvent example, Metric metric, Set<String> attributes, Unit unit, Unit canonical) {
    boolean fits(MetricEvent event) {
      return event.metric().equals(example.metric())
          && event.unit().equals(example.unit())
          && event.temporality() == example.temporality()
          && event.value().getClass() == example.value().getClass();
    }
  }

  /**
   * The event's metric with its value in the canonical unit.
   *
   * @param observedAt when the record was read
   * @throws UnusableRecordException saying what is wrong
   */
  public CheckedEvent check(MetricEvent event, Instant observedAt) {
    Form form = formOf(event);
    attributes(event, form);
    subject(event);
    times(event, observedAt);
    PlainText.require(event);
    return new CheckedEvent(event, form.metric(), inRange(event, form));
  }

  private Form formOf(MetricEvent event) {
    if (last == null || !last.fits(event)) {
      last = form(event);
    }
    return last;
  }

  private Form form(MetricEvent event) {
    Metric metric =
        catalogue
            .find(event.metric())
            .orElseThrow(() -> unusable(event, "is not in the catalogue; emit a metric that is"));
    MetricKind kind = kind(event, metric);
    temporality(event, metric, kind);
    Unit canonical = metric.unit(kind);
    Unit unit =
        Unit.parse(event.unit())
            .filter(canonical::isCommensurableWith)
            .orElseThrow(() -> wrongUnit(event, canonical));
    return new Form(event, metric, Set.copyOf(metric.attributes()), unit, canonical);
  }

  private static MetricKind kind(MetricEvent event, Metric metric) {
    Set<MetricKind> kinds = metric.kinds();
    for (MetricKind kind : kinds) {
      if (fits(kind, event.value())) {
        return kind;
      }
    }
    throw unusable(event, "takes points of kind " + kinds + ", not " + name(event.value()));
  }

  private static boolean fits(MetricKind kind, MetricValue value) {
    return switch (kind) {
      case GAUGE, SUM, HISTOGRAM, HEARTBEAT -> value instanceof MetricValue.Quantity;
      case RATIO -> value instanceof MetricValue.Ratio;
      case SKETCH -> value instanceof MetricValue.Member;
      case STATE -> value instanceof MetricValue.Facts;
      case ATTESTATION -> false;
    };
  }

  private static void temporality(MetricEvent event, Metric metric, MetricKind kind) {
    boolean counter = event.temporality() == Temporality.CUMULATIVE && kind == MetricKind.SUM;
    boolean same = event.temporality() == metric.temporality();
    boolean once = kind == MetricKind.SKETCH && event.temporality() == Temporality.INSTANT;
    if (!counter && !same && !once) {
      throw unusable(event, "is " + metric.temporality() + " and came as " + event.temporality());
    }
  }

  private static void attributes(MetricEvent event, Form form) {
    Attributes attributes = event.attributes();
    for (int place = 0; place < attributes.size(); place++) {
      attribute(event, form, attributes.name(place), attributes.value(place));
    }
  }

  private static void attribute(MetricEvent event, Form form, String name, String value) {
    if (!form.attributes().contains(name)) {
      throw unusable(
          event,
          "must not carry the attribute \"%s\"; it may carry %s"
              .formatted(name, form.metric().attributes()));
    }
    PlainText.require(value);
  }

  private static void subject(MetricEvent event) {
    if (event.subject() == null && event.value() instanceof MetricValue.Facts) {
      throw unusable(event, "states facts and does not say of what; name a subject");
    }
  }

  private void times(MetricEvent event, Instant observedAt) {
    if (event.start().isBefore(Instant.EPOCH)) {
      throw unusable(event, "is said to be of " + event.start() + ", which is before 1970");
    }
    if (event.end().isAfter(latest(observedAt))) {
      throw unusable(
          event,
          "is said to be of %s and was read at %s; set the source's clock"
              .formatted(event.end(), observedAt));
    }
  }

  /** The same for all records of a page. */
  private Instant latest(Instant observedAt) {
    if (!observedAt.equals(observedLast)) {
      latest = observedAt.plus(AHEAD);
      observedLast = observedAt;
    }
    return latest;
  }

  private static MetricValue inRange(MetricEvent event, Form form) {
    MetricValue value =
        form.unit().equals(form.canonical()) ? event.value() : converted(event.value(), form);
    if (value instanceof MetricValue.Quantity quantity) {
      require(event, form.metric().range(), quantity.value());
    } else if (value instanceof MetricValue.Ratio ratio) {
      require(event, Range.NOT_NEGATIVE, ratio.denominator());
    }
    return value;
  }

  private static MetricValue converted(MetricValue value, Form form) {
    if (value instanceof MetricValue.Quantity quantity) {
      return new MetricValue.Quantity(form.unit().convert(quantity.value(), form.canonical()));
    }
    if (value instanceof MetricValue.Ratio ratio) {
      return new MetricValue.Ratio(
          form.unit().convert(ratio.numerator(), form.canonical()),
          form.unit().convert(ratio.denominator(), form.canonical()));
    }
    return value;
  }

  private static void require(MetricEvent event, Range range, double value) {
    if (!range.contains(value) || Math.abs(value) > MOST) {
      throw unusable(
          event,
          "lies between %s and %s and came as %s"
              .formatted(range.least(), Math.min(range.most(), MOST), value));
    }
  }

  private static UnusableRecordException wrongUnit(MetricEvent event, Unit target) {
    return unusable(
        event,
        "is measured in %s, and \"%s\" cannot be converted to it"
            .formatted(target.symbol(), event.unit()));
  }

  private static String name(MetricValue value) {
    return value.getClass().getSimpleName();
  }

  private static UnusableRecordException unusable(MetricEvent event, String problem) {
    return new UnusableRecordException("metric \"" + event.metric() + "\" " + problem);
  }
}
