// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Facts;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a stream as the pipeline does, and keeps what it has said. */
final class Reading {
  private final Connector connector;
  private final String stream;
  private final int pageSize;
  private final SortedMap<String, Change> records = new TreeMap<>();
  private final SortedMap<String, Integer> settled = new TreeMap<>();
  private final SortedMap<String, Change> tail = new TreeMap<>();
  private final SortedMap<String, Change> nextTail = new TreeMap<>();
  private final List<Fetched> pages = new ArrayList<>();
  private ReadPosition position = ReadPosition.at(Cursor.start());
  private Instant upper = Instant.now();

  Reading(Connector connector, String stream, int pageSize) {
    this.connector = connector;
    this.stream = stream;
    this.pageSize = pageSize;
  }

  static Reading of(Connector connector, String stream) {
    return new Reading(connector, stream, 1_000).pass();
  }

  /** Reads a pass that begins at a time. */
  Reading passAt(Instant time) {
    upper = time;
    return rest();
  }

  /** Reads a pass that begins now. */
  Reading pass() {
    return passAt(Instant.now());
  }

  private Reading rest() {
    pages.clear();
    nextTail.clear();
    boolean more = true;
    while (more) {
      more = page().more();
    }
    tail.clear();
    tail.putAll(nextTail);
    return this;
  }

  /** Reads one page and applies it. */
  Fetched page() {
    Fetched fetched =
        connector.fetch(new FetchRequest(stream, position, upper, pageSize, 8_000_000));
    KeyRange range = fetched.replaces();
    if (range != null) {
      records.keySet().removeIf(key -> holds(range, key));
    }
    fetched.changes().forEach(change -> apply(change, range));
    position = fetched.next();
    pages.add(fetched);
    return fetched;
  }

  private void apply(Change change, @org.jspecify.annotations.Nullable KeyRange range) {
    if (range != null && !holds(range, change.key())) {
      throw new AssertionError(change.key() + " lies outside " + range);
    }
    records.put(change.key(), change);
    if (change.settlement() == Settlement.SETTLED) {
      settled.merge(change.key(), 1, Integer::sum);
    } else {
      nextTail.put(change.key(), change);
    }
  }

  /** A crash: what was not committed is forgotten. */
  void crash() {
    position = ReadPosition.at(position.settled());
    nextTail.clear();
  }

  Cursor cursor() {
    return position.settled();
  }

  List<Fetched> pages() {
    return pages;
  }

  SortedMap<String, Change> records() {
    return records;
  }

  /** How often each record was counted for good. */
  SortedMap<String, Integer> settled() {
    return settled;
  }

  /** What the last whole pass left provisional. */
  SortedMap<String, Change> tail() {
    return tail;
  }

  Facts record(String key) {
    Change change = records.get(key);
    if (change == null) {
      throw new AssertionError("no record " + key + " in " + records.keySet());
    }
    return Facts.of(change);
  }

  List<MetricEvent> events() {
    List<MetricEvent> events = new ArrayList<>();
    for (Change change : records.values()) {
      new AwsType().normalise(stream, change, context(), events::add);
    }
    return events;
  }

  private NormaliseContext context() {
    return new NormaliseContext(connector.stratum(), Instant.now(), text -> "<" + text + ">");
  }

  List<MetricEvent> events(String metric) {
    return events().stream().filter(event -> event.metric().equals(metric)).toList();
  }

  /** The facts of a metric by the subject's URN. */
  Map<String, Map<String, String>> facts(String metric) {
    Map<String, Map<String, String>> facts = new TreeMap<>();
    for (MetricEvent event : events(metric)) {
      facts
          .computeIfAbsent(urn(event), urn -> new TreeMap<>())
          .putAll(((MetricValue.Facts) event.value()).facts());
    }
    return facts;
  }

  /** The numbers of a metric by the subject's URN. */
  Map<String, Double> numbers(String metric) {
    Map<String, Double> numbers = new TreeMap<>();
    for (MetricEvent event : events(metric)) {
      numbers.put(urn(event), ((MetricValue.Quantity) event.value()).value());
    }
    return numbers;
  }

  /** What a metric adds up to, by attributes. */
  Map<String, Double> amounts(String metric) {
    Map<String, Double> amounts = new TreeMap<>();
    for (MetricEvent event : events(metric)) {
      if (event.value() instanceof MetricValue.Quantity quantity) {
        amounts.merge(event.attributes().toString(), quantity.value(), Double::sum);
      }
    }
    return amounts;
  }

  /** Who or what a metric counts. */
  List<String> members(String metric) {
    return events(metric).stream()
        .map(MetricEvent::value)
        .filter(MetricValue.Member.class::isInstance)
        .map(it -> ((MetricValue.Member) it).pseudonym())
        .distinct()
        .toList();
  }

  private static String urn(MetricEvent event) {
    return event.subject() == null ? "" : event.subject().urn();
  }

  private static boolean holds(KeyRange range, String key) {
    return (range.after() == null || key.compareTo(range.after()) > 0)
        && (range.through() == null || key.compareTo(range.through()) <= 0);
  }
}
