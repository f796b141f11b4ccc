// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads a stream pass by pass, and counts as the pipeline does. */
public final class Passes {
  private final ConnectorType type;
  private final Connector connector;
  private final String stream;
  private final List<Change> settled = new ArrayList<>();
  private List<Change> tail = new ArrayList<>();
  private List<Change> next = new ArrayList<>();
  private Instant upper = Instant.EPOCH;
  private int pageSize = 1;
  private List<Fetched> pages = new ArrayList<>();
  private ReadPosition position = ReadPosition.at(Cursor.start());

  /** Of an account of the type. */
  public Passes(ConnectorType type, Connector connector, String stream) {
    this.type = type;
    this.connector = connector;
    this.stream = stream;
  }

  /** Reads a pass that began at a time. */
  public Passes pass(Instant upper, int pageSize) {
    begin(upper, pageSize);
    boolean more = true;
    while (more) {
      more = goOn();
    }
    return this;
  }

  /** Begins a pass, to be read page by page. */
  public Passes begin(Instant upper, int pageSize) {
    this.upper = upper;
    this.pageSize = pageSize;
    pages = new ArrayList<>();
    next = new ArrayList<>();
    return this;
  }

  /** Reads a page, unless the pass is over; answers whether it goes on. */
  public boolean goOn() {
    if (!pages.isEmpty() && !pages.get(pages.size() - 1).more()) {
      return false;
    }
    Fetched page = connector.fetch(new FetchRequest(stream, position, upper, pageSize, 8_000_000));
    KeyRange range = page.replaces();
    if (range != null && range.after() == null) {
      settled.clear();
    }
    page.changes().forEach(it -> (it.settlement() == Settlement.SETTLED ? settled : next).add(it));
    position = page.next();
    pages.add(page);
    if (!page.more()) {
      tail = next;
    }
    return page.more();
  }

  /** The pages of the last pass. */
  public List<Fetched> pages() {
    return pages;
  }

  /** What counts now. */
  public List<Change> changes() {
    List<Change> all = new ArrayList<>(settled);
    all.addAll(tail);
    return all;
  }

  /** The metric events of what counts now. */
  public List<MetricEvent> events() {
    NormaliseContext context =
        new NormaliseContext(connector.stratum(), Instant.now(), text -> "<" + text + ">");
    List<MetricEvent> events = new ArrayList<>();
    changes().forEach(it -> type.normalise(stream, it, context, events::add));
    return events;
  }

  /** Those of one metric. */
  public List<MetricEvent> events(String metric) {
    return events().stream().filter(event -> event.metric().equals(metric)).toList();
  }
}
