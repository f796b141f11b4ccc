// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.WindowClass;
import dev.tidemark.model.window.Partial;
import dev.tidemark.sketch.DistinctSketch;
import dev.tidemark.sketch.QuantileSketch;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Partial} under construction. What goes in may come in any order and in any parts; where
 * an event told twice is told once (last values, distinct counts), duplicates change nothing. Not
 * safe for use by several threads.
 */
public final class Accumulator {
  private final WindowClass windowClass;
  private long count;
  private double sum;
  private double denominator;
  private double last;
  private long lastRevision;
  private Instant earliest = Instant.MAX;
  private Instant latest = Instant.MIN;
  private @Nullable DistinctSketch members;
  private @Nullable QuantileSketch quantiles;

  /**
   * An empty aggregate.
   *
   * @param windowClass what the metric is known for; values of its other kinds are folded in too
   */
  public Accumulator(WindowClass windowClass) {
    this.windowClass = windowClass;
  }

  /**
   * Folds in one value.
   *
   * @param value in the metric's canonical unit
   * @param at event time, kept to the microsecond
   * @param revision greater wins among last values of the same time
   */
  public void add(MetricValue value, Instant at, long revision) {
    Instant time = micros(at);
    if (value instanceof MetricValue.Quantity quantity) {
      quantity(quantity.value(), time, revision);
    } else if (value instanceof MetricValue.Ratio ratio) {
      ratio(ratio);
    } else if (value instanceof MetricValue.Member member) {
      member(member);
    } else {
      throw new IllegalArgumentException("facts have no windows");
    }
    cover(time, time);
  }

  private static Instant micros(Instant at) {
    int beyond = at.getNano() % 1_000;
    return beyond == 0 ? at : Instant.ofEpochSecond(at.getEpochSecond(), at.getNano() - beyond);
  }

  /** Folds in what has been folded before. */
  public void merge(Partial partial) {
    if (windowClass == WindowClass.LAST && !partial.isEmpty()) {
      last(partial.last(), partial.latest(), partial.lastRevision());
    }
    boolean once = windowClass == WindowClass.LAST || windowClass == WindowClass.DISTINCT;
    count = once ? Math.max(count, partial.count()) : count + partial.count();
    sum += partial.sum();
    denominator += partial.denominator();
    sketch(partial.sketch());
    cover(partial.earliest(), partial.latest());
  }

  /** What has been folded in so far. */
  public Partial partial() {
    return new Partial(
        count, sum, denominator, last, lastRevision, earliest, latest, sketchBytes());
  }

  private void quantity(double value, Instant at, long revision) {
    switch (windowClass) {
      case LAST -> last(value, at, revision);
      case QUANTILE -> {
        quantiles().add(value);
        amount(value);
      }
      default -> amount(value);
    }
  }

  private void amount(double value) {
    count++;
    sum += Partial.quantised(value);
  }

  private void ratio(MetricValue.Ratio ratio) {
    amount(ratio.numerator());
    denominator += Partial.quantised(ratio.denominator());
  }

  private void member(MetricValue.Member member) {
    members().add(member.pseudonym());
    if (windowClass == WindowClass.DISTINCT) {
      count = 1;
    }
  }

  /** Among values of the same time and revision the greater one, so that order never matters. */
  private void last(double value, Instant at, long revision) {
    int order = at.compareTo(latest);
    if (order == 0) {
      order = Long.compare(revision, lastRevision);
    }
    if (count == 0 || order > 0 || (order == 0 && value > last)) {
      last = value;
      lastRevision = revision;
    }
    count = 1;
  }

  private void sketch(Bytes bytes) {
    if (bytes.isEmpty()) {
      return;
    }
    if (QuantileSketch.recognises(bytes)) {
      quantiles().merge(bytes);
    } else {
      members().merge(bytes);
    }
  }

  private Bytes sketchBytes() {
    if (quantiles != null) {
      return quantiles.bytes();
    }
    return members == null ? Bytes.empty() : members.bytes();
  }

  private DistinctSketch members() {
    if (members == null) {
      members = DistinctSketch.empty();
    }
    return members;
  }

  private QuantileSketch quantiles() {
    if (quantiles == null) {
      quantiles = QuantileSketch.empty();
    }
    return quantiles;
  }

  private void cover(Instant from, Instant to) {
    earliest = from.isBefore(earliest) ? from : earliest;
    latest = to.isAfter(latest) ? to : latest;
  }
}
