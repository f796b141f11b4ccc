// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.ReadPosition;
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

/** Reads streams as the pipeline does, keeping what a snapshot stream has said by key. */
final class Reading {
  private final Connector connector;
  private final String stream;
  private final int pageSize;
  private final SortedMap<String, Change> records = new TreeMap<>();
  private final List<Fetched> pages = new ArrayList<>();
  private Cursor cursor = Cursor.start();

  Reading(Connector connector, String stream, int pageSize) {
    this.connector = connector;
    this.stream = stream;
    this.pageSize = pageSize;
  }

  static Reading of(Connector connector, String stream) {
    return new Reading(connector, stream, 1_000).pass();
  }

  /** Reads on until a pass ends. */
  Reading pass() {
    pages.clear();
    boolean more = true;
    while (more) {
      more = page().more();
    }
    return this;
  }

  /** Reads one page and applies it. */
  Fetched page() {
    Fetched fetched = connector.fetch(request(cursor));
    KeyRange range = fetched.replaces();
    if (range != null) {
      records.keySet().removeIf(key -> holds(range, key));
    }
    for (Change change : fetched.changes()) {
      if (range != null && !holds(range, change.key())) {
        throw new AssertionError(change.key() + " lies outside " + range);
      }
      records.put(change.key(), change);
    }
    cursor = fetched.next().settled();
    pages.add(fetched);
    return fetched;
  }

  FetchRequest request(Cursor after) {
    return new FetchRequest(stream, ReadPosition.at(after), Instant.now(), pageSize, 8_000_000);
  }

  Cursor cursor() {
    return cursor;
  }

  void resumeAt(Cursor place) {
    cursor = place;
  }

  List<Fetched> pages() {
    return pages;
  }

  SortedMap<String, Change> records() {
    return records;
  }

  String record(String key) {
    Change change = records.get(key);
    return change == null ? "none in " + records.keySet() : change.payload().utf8();
  }

  List<MetricEvent> events() {
    List<MetricEvent> events = new ArrayList<>();
    for (Change change : records.values()) {
      new PostgresqlType().normalise(stream, change, context(), events::add);
    }
    return events;
  }

  NormaliseContext context() {
    return new NormaliseContext(connector.stratum(), Instant.now(), text -> "<" + text + ">");
  }

  List<MetricEvent> events(String metric) {
    return events().stream().filter(event -> event.metric().equals(metric)).toList();
  }

  /** The facts of a metric by the subject's URN. */
  Map<String, Map<String, String>> facts(String metric) {
    Map<String, Map<String, String>> facts = new TreeMap<>();
    for (MetricEvent event : events(metric)) {
      facts.put(urn(event), ((MetricValue.Facts) event.value()).facts());
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

  /** The members of a metric. */
  List<String> members(String metric) {
    return events(metric).stream()
        .map(event -> ((MetricValue.Member) event.value()).pseudonym())
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
