// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.Stratum;
import dev.tidemark.model.event.CheckedEvent;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Resolution;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.model.window.Grain;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The windows of one page while its events come in: metric, attributes, settlement, grain, start.
 * Most events fall into the window of the one before them, so the last one is remembered at each
 * step. Not safe for use by several threads.
 */
final class PageWindows {
  private final Stratum stratum;
  private final Map<String, Map<Attributes, Series>> metrics = new HashMap<>();
  private @Nullable Series last;
  private Map<Attributes, Series> ofLast = Map.of();

  PageWindows(Stratum stratum) {
    this.stratum = stratum;
  }

  void add(CheckedEvent checked, Settlement settlement) {
    Series series = series(checked);
    series.days(settlement).add(checked);
    if (checked.metric().resolution() == Resolution.HOURLY_AND_DAILY) {
      series.hours(settlement).add(checked);
    }
  }

  private Series series(CheckedEvent checked) {
    Metric metric = checked.metric();
    Attributes attributes = checked.event().attributes();
    if (last == null || !last.is(metric, attributes)) {
      Map<Attributes, Series> series = of(metric);
      last = series.get(attributes);
      if (last == null) {
        last = new Series(metric, attributes);
        series.put(attributes, last);
      }
    }
    return last;
  }

  private Map<Attributes, Series> of(Metric metric) {
    if (last != null && last.metric.name().equals(metric.name())) {
      return ofLast;
    }
    ofLast = metrics.computeIfAbsent(metric.name(), name -> new HashMap<>());
    return ofLast;
  }

  /** What has come in of one settlement. */
  Map<WindowKey, Partial> partials(Settlement settlement) {
    Map<WindowKey, Partial> partials = new HashMap<>();
    for (Map<Attributes, Series> metric : metrics.values()) {
      for (Series series : metric.values()) {
        series.days(settlement).copyTo(partials);
        series.hours(settlement).copyTo(partials);
      }
    }
    return partials;
  }

  /** A metric with one set of attributes: its windows by settlement and grain. */
  private final class Series {
    private final Metric metric;
    private final Attributes attributes;
    private final Row settledDays;
    private final Row settledHours;
    private final Row tailDays;
    private final Row tailHours;

    Series(Metric metric, Attributes attributes) {
      this.metric = metric;
      this.attributes = attributes;
      settledDays = new Row(metric, attributes, Grain.DAY);
      settledHours = new Row(metric, attributes, Grain.HOUR);
      tailDays = new Row(metric, attributes, Grain.DAY);
      tailHours = new Row(metric, attributes, Grain.HOUR);
    }

    boolean is(Metric otherMetric, Attributes otherAttributes) {
      return metric.name().equals(otherMetric.name()) && attributes.equals(otherAttributes);
    }

    Row days(Settlement settlement) {
      return settlement == Settlement.SETTLED ? settledDays : tailDays;
    }

    Row hours(Settlement settlement) {
      return settlement == Settlement.SETTLED ? settledHours : tailHours;
    }
  }

  /** The windows of a series at one grain. */
  private final class Row {
    private final Metric metric;
    private final Attributes attributes;
    private final Grain grain;
    private final long seconds;
    private final Map<Long, Accumulator> windows = new HashMap<>();
    private long lastIndex = Long.MIN_VALUE;
    private Accumulator last;

    Row(Metric metric, Attributes attributes, Grain grain) {
      this.metric = metric;
      this.attributes = attributes;
      this.grain = grain;
      this.seconds = grain.length().toSeconds();
      this.last = new Accumulator(metric.windowClass());
    }

    void add(CheckedEvent checked) {
      long index = Math.floorDiv(checked.placedAt().getEpochSecond(), seconds);
      if (index != lastIndex) {
        last = window(index);
        lastIndex = index;
      }
      last.add(checked.value(), checked.event().end(), checked.event().revision());
    }

    private Accumulator window(Long index) {
      Accumulator window = windows.get(index);
      if (window == null) {
        window = new Accumulator(metric.windowClass());
        windows.put(index, window);
      }
      return window;
    }

    void copyTo(Map<WindowKey, Partial> partials) {
      windows.forEach((index, window) -> partials.put(key(index), window.partial()));
    }

    private WindowKey key(long index) {
      Instant start = UtcWindows.startOf(grain, Instant.ofEpochSecond(index * seconds));
      return new WindowKey(stratum, metric.name(), attributes, grain, start);
    }
  }
}
