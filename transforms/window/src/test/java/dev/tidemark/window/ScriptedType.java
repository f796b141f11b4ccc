// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.asset.Population;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.Temporality;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Operation;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.Budget;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.Description;
import dev.tidemark.spi.EventSink;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.options.Options;
import dev.tidemark.spi.options.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A connector type whose records stand for whatever events a test gives them. */
final class ScriptedType implements ConnectorType {
  private final List<Function<NormaliseContext, List<MetricEvent>>> script = new ArrayList<>();
  private @Nullable Function<Change, MetricEvent> reading;

  /** A folder of pages of this type. */
  PageFolder folder() {
    return new PageFolder(
        Map.of("scripted", this), new Pseudonyms(organisation -> new byte[] {1, 2, 3}));
  }

  /** From now on every record means what a function reads from it. */
  ScriptedType reading(Function<Change, MetricEvent> records) {
    reading = records;
    return this;
  }

  /** A settled record that means these events. */
  Change record(String key, MetricEvent... events) {
    return record(key, context -> List.of(events));
  }

  /** A record of the tail that means these events. */
  Change provisional(String key, MetricEvent... events) {
    Change change = record(key, events);
    return new Change(Operation.UPSERT, Settlement.PROVISIONAL, key, change.payload());
  }

  /** A settled record that means what a function makes of it. */
  Change record(String key, Function<NormaliseContext, List<MetricEvent>> events) {
    script.add(events);
    return Change.upsert(key, Bytes.utf8(Integer.toString(script.size() - 1)));
  }

  static MetricEvent runs(double count, Instant at) {
    return event("tidemark.data.pipeline.run", "{run}", new MetricValue.Quantity(count), at);
  }

  static MetricEvent gauge(double count, Instant at) {
    return new MetricEvent(
        "tidemark.data.asset.count",
        Temporality.INSTANT,
        "{asset}",
        new MetricValue.Quantity(count),
        null,
        Attributes.none(),
        at,
        at,
        0,
        new Population(Reader.STRATUM, "table", (long) count, (long) count));
  }

  static MetricEvent reads(String table, double total, Instant since, Instant at) {
    return new MetricEvent(
        "tidemark.data.asset.read",
        Temporality.CUMULATIVE,
        "{query}",
        new MetricValue.Quantity(total),
        table(table),
        Attributes.none(),
        since,
        at,
        0,
        null);
  }

  static MetricEvent state(String table, Map<String, String> facts, Instant at) {
    return new MetricEvent(
        "tidemark.data.asset.state",
        Temporality.INSTANT,
        "{asset}",
        new MetricValue.Facts(facts),
        table(table),
        Attributes.none(),
        at,
        at,
        0,
        null);
  }

  static MetricEvent event(String metric, String unit, MetricValue value, Instant at) {
    return new MetricEvent(
        metric, Temporality.DELTA, unit, value, null, Attributes.none(), at, at, 0, null);
  }

  static Subject table(String name) {
    return new Subject("table", Reader.STRATUM + "/" + name);
  }

  @Override
  public Description description() {
    return new Description(
        "scripted",
        "1",
        "Scripted",
        "Means what a test says.",
        List.of(),
        Options.of(),
        List.of(),
        Set.of(),
        new Budget(1, Duration.ofSeconds(1), 1));
  }

  @Override
  public Connector open(Settings settings) {
    throw new UnsupportedOperationException("a script has no account");
  }

  @Override
  public void normalise(String stream, Change change, NormaliseContext context, EventSink sink) {
    if (reading != null) {
      sink.accept(reading.apply(change));
      return;
    }
    script.get(Integer.parseInt(change.payload().utf8())).apply(context).forEach(sink::accept);
  }
}
