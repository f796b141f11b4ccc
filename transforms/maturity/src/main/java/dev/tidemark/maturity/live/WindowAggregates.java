// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.evidence.Aggregate;
import dev.tidemark.maturity.evidence.DayPartial;
import dev.tidemark.model.metric.MetricCatalogue;
import dev.tidemark.model.metric.WindowClass;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import dev.tidemark.sketch.DistinctSketch;
import dev.tidemark.sketch.QuantileSketch;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Committed windows as scoring reads them. */
final class WindowAggregates {
  private WindowAggregates() {}

  /**
   * A day window: what is settled and the tail together. A metric whose points also name members,
   * such as the readers of what was read, has a set beside its amount.
   */
  static List<DayPartial> of(WindowChange window) {
    WindowKey key = window.key();
    WindowClass windowClass = MetricCatalogue.standard().require(key.metric()).windowClass();
    Partial settled = window.settled();
    Partial tail = window.tail();
    DayPartial known = partial(key, aggregate(windowClass, settled, tail));
    boolean named = windowClass == WindowClass.SUM && hasMembers(settled, tail);
    return named ? List.of(known, partial(key, members(settled, tail))) : List.of(known);
  }

  private static DayPartial partial(WindowKey key, Aggregate aggregate) {
    return new DayPartial(
        key.stratum().urn(),
        key.metric(),
        key.attributes().values(),
        LocalDate.ofInstant(key.start(), ZoneOffset.UTC),
        aggregate);
  }

  private static boolean hasMembers(Partial settled, Partial tail) {
    return !settled.sketch().isEmpty() || !tail.sketch().isEmpty();
  }

  private static Aggregate aggregate(WindowClass windowClass, Partial settled, Partial tail) {
    return switch (windowClass) {
      case RATIO ->
          new Aggregate.Ratio(
              settled.sum() + tail.sum(), settled.denominator() + tail.denominator());
      case LAST -> last(isNewer(settled, tail) ? settled : tail);
      case QUANTILE -> quantiles(settled, tail);
      case DISTINCT -> members(settled, tail);
      case SUM, NONE ->
          new Aggregate.Sum(settled.sum() + tail.sum(), settled.count() + tail.count());
    };
  }

  private static boolean isNewer(Partial settled, Partial tail) {
    int order = settled.latest().compareTo(tail.latest());
    return tail.isEmpty()
        || order > 0
        || (order == 0 && settled.lastRevision() >= tail.lastRevision());
  }

  private static Aggregate last(Partial partial) {
    return new Aggregate.Last(partial.last(), partial.latest(), partial.lastRevision());
  }

  private static Aggregate quantiles(Partial settled, Partial tail) {
    QuantileSketch sketch = QuantileSketch.of(settled.sketch());
    sketch.merge(tail.sketch());
    return new Quantiles(sketch);
  }

  private static Aggregate members(Partial settled, Partial tail) {
    DistinctSketch sketch = DistinctSketch.of(settled.sketch());
    sketch.merge(tail.sketch());
    return new Members(sketch);
  }

  /** Quantiles by DDSketch. */
  private record Quantiles(QuantileSketch sketch) implements Aggregate.Quantile {
    @Override
    public long count() {
      return sketch.count();
    }

    @Override
    public double quantile(double rank) {
      return sketch.quantile(rank).orElseThrow();
    }

    @Override
    public Aggregate.Quantile merge(Aggregate.Quantile other) {
      QuantileSketch both = QuantileSketch.of(sketch.bytes());
      both.merge(((Quantiles) other).sketch().bytes());
      return new Quantiles(both);
    }
  }

  /** A set by Theta sketch. */
  private record Members(DistinctSketch sketch) implements Aggregate.Distinct {
    @Override
    public double estimate() {
      return sketch.estimate();
    }

    @Override
    public Aggregate.Distinct union(Aggregate.Distinct other) {
      return new Members(sketch.union(((Members) other).sketch()));
    }

    @Override
    public Aggregate.Distinct intersection(Aggregate.Distinct other) {
      return new Members(sketch.intersection(((Members) other).sketch()));
    }

    @Override
    public Aggregate.Distinct difference(Aggregate.Distinct other) {
      return new Members(sketch.without(((Members) other).sketch()));
    }
  }
}
