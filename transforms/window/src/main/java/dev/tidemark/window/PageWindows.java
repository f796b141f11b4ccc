// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.Stratum;
import dev.tidemark.model.event.CheckedEvent;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Resolution;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.model.window.Grain;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The windows of one page and settlement while its events come in: metric, attributes, grain,
 * start. Most events fall into the window of the one before them, so the last one is remembered at
 * each step. Not safe for use by several threads.
 */
final class PageWindows {
  private final Stratum stratum;
  private final Map<String, Map<Attributes, Series>> metrics = new HashMap<>();
  private @Nullable Series last;
  private Map<Attributes, Series> ofLast = Map.of();

  PageWindows(Stratum stratum) {
    this.stratum = stratum;
  }

  void add(CheckedEvent checked) {
    series(checked).add(checked);
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

  /** What has come in. */
  Map<WindowKey, Partial> partials() {
    Map<WindowKey, Partial> partials = new HashMap<>();
    for (Map<Attributes, Series> metric : metrics.values()) {
      metric.values().forEach(series -> series.copyTo(partials));
    }
    return partials;
  }

  /** A metric with one set of attributes: its windows by grain. */
  private final class Series {
    private final Metric metric;
    private final Attributes attributes;
    private final Row days;
    private final @Nullable Row hours;

    Series(Metric metric, Attributes attributes) {
      this.metric = metric;
      this.attributes = attributes;
      days = new Row(metric, attributes, Grain.DAY);
      hours =
          metric.resolution() == Resolution.HOURLY_AND_DAILY
              ? new Row(metric, attributes, Grain.HOUR)
              : null;
    }

    boolean is(Metric otherMetric, Attributes otherAttributes) {
      return metric.name().equals(otherMetric.name()) && attributes.equals(otherAttributes);
    }

    void add(CheckedEvent checked) {
      days.add(checked);
      if (hours != null) {
        hours.add(checked);
      }
    }

    void copyTo(Map<WindowKey, Partial> partials) {
      days.copyTo(partials);
      if (hours != null) {
        hours.copyTo(partials);
      }
    }
  }

  /** The windows of a series at one grain, by the second they start at. */
  private final class Row {
    private final Metric metric;
    private final Attributes attributes;
    private final Grain grain;
    private final long seconds;
    private final Map<Long, Accumulator> windows = new HashMap<>();
    private long start = Long.MIN_VALUE;
    private long end = Long.MIN_VALUE;
    private Accumulator last;

    Row(Metric metric, Attributes attributes, Grain grain) {
      this.metric = metric;
      this.attributes = attributes;
      this.grain = grain;
      this.seconds = grain.length().toSeconds();
      this.last = new Accumulator(metric.windowClass());
    }

    void add(CheckedEvent checked) {
      long second = checked.placedAt().getEpochSecond();
      if (second < start || second >= end) {
        turnTo(second);
      }
      last.add(checked.value(), checked.event().end(), checked.event().revision());
    }

    private void turnTo(long second) {
      start = Math.floorDiv(second, seconds) * seconds;
      end = start + seconds;
      last = windows.computeIfAbsent(start, unused -> new Accumulator(metric.windowClass()));
    }

    void copyTo(Map<WindowKey, Partial> partials) {
      windows.forEach((second, window) -> partials.put(key(second), window.partial()));
    }

    private WindowKey key(long second) {
      Instant starts = UtcWindows.startOf(grain, Instant.ofEpochSecond(second));
      return new WindowKey(stratum, metric.name(), attributes, grain, starts);
    }
  }
}
