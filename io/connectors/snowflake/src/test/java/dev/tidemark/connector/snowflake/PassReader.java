// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cost;
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
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a stream as the pipeline does: settled records are kept for good, the tail is replaced by
 * each pass, a snapshot's page speaks for its range of keys.
 */
final class PassReader {
  private final Connector connector;
  private final String stream;
  private final int pageSize;
  private final SortedMap<String, Change> settled = new TreeMap<>();
  private final SortedMap<String, Change> tail = new TreeMap<>();
  private final List<Fetched> pages = new ArrayList<>();
  private int repeats;
  private Cost cost = Cost.none();
  private ReadPosition position = ReadPosition.at(Cursor.start());

  PassReader(Connector connector, String stream, int pageSize) {
    this.connector = connector;
    this.stream = stream;
    this.pageSize = pageSize;
  }

  /** Reads on until a pass ends. */
  PassReader pass(Instant upper) {
    pages.clear();
    tail.clear();
    boolean more = true;
    while (more) {
      more = page(upper).more();
    }
    return this;
  }

  /** Reads one page. */
  Fetched page(Instant upper) {
    Fetched fetched =
        connector.fetch(new FetchRequest(stream, position, upper, pageSize, 8_000_000));
    KeyRange range = fetched.replaces();
    if (range != null) {
      settled.keySet().removeIf(key -> holds(range, key));
    }
    for (Change change : fetched.changes()) {
      SortedMap<String, Change> kept = change.settlement() == Settlement.SETTLED ? settled : tail;
      repeats += kept.put(change.key(), change) == null ? 0 : 1;
    }
    cost = cost.plus(fetched.volume().cost());
    position = fetched.next();
    pages.add(fetched);
    return fetched;
  }

  /** As after a crash: what is not settled is forgotten. */
  PassReader restart() {
    position = ReadPosition.at(position.settled());
    tail.clear();
    return this;
  }

  /** Every record, settled or not. */
  SortedMap<String, Change> records() {
    SortedMap<String, Change> all = new TreeMap<>(settled);
    all.putAll(tail);
    return all;
  }

  /** How many records were read more than once and counted twice by that. */
  int repeats() {
    return repeats;
  }

  int tail() {
    return tail.size();
  }

  Cost cost() {
    return cost;
  }

  List<Fetched> pages() {
    return pages;
  }

  List<MetricEvent> events(String metric) {
    List<MetricEvent> events = new ArrayList<>();
    NormaliseContext context =
        new NormaliseContext(connector.stratum(), Instant.now(), text -> "<" + text + ">");
    for (Change change : records().values()) {
      new SnowflakeType().normalise(stream, change, context, events::add);
    }
    return events.stream().filter(event -> event.metric().equals(metric)).toList();
  }

  private static boolean holds(KeyRange range, String key) {
    return (range.after() == null || key.compareTo(range.after()) > 0)
        && (range.through() == null || key.compareTo(range.through()) <= 0);
  }
}
