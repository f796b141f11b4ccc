// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.asset.Population;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.event.CheckedEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.FoldedPage;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.Reading;
import dev.tidemark.model.stream.SeriesKey;
import dev.tidemark.model.stream.Settlement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One page while its changes come in. */
final class FoldingPage {
  private final Page page;
  private final PageWindows windows;
  private final PageFacts facts;
  private final RecordFacts stated = new RecordFacts();
  private final List<Reading> readings = new ArrayList<>();
  private final Map<String, Population> populations = new LinkedHashMap<>();

  FoldingPage(Page page) {
    this.page = page;
    windows = new PageWindows(page.stratum());
    facts = new PageFacts(page.replaces());
  }

  /** A record that is gone, or all of them. */
  void remove(Change change) {
    switch (change.operation()) {
      case DELETE -> facts.delete(change.key());
      case TRUNCATE -> facts.truncate();
      case UPSERT -> throw new IllegalArgumentException("an upsert removes nothing");
    }
  }

  /** All events of one record. */
  void add(Change change, List<CheckedEvent> events) {
    for (CheckedEvent event : events) {
      add(change, event);
    }
    stated.moveTo(facts, change.key(), page.stratum());
    facts.good(change.key());
  }

  void reject(Change change) {
    facts.bad(change.key());
  }

  FoldedPage folded() {
    return new FoldedPage(
        page.stream(),
        page.stratum(),
        page.stamp(),
        windows.partials(Settlement.SETTLED),
        windows.partials(Settlement.PROVISIONAL),
        readings,
        facts.changes(),
        List.copyOf(populations.values()),
        page.completeThrough(),
        page.observedAt(),
        page.volume());
  }

  private void add(Change change, CheckedEvent checked) {
    Population population = checked.event().population();
    if (population != null) {
      populations.put(population.kind() + '\n' + population.stratum(), population);
    }
    Subject subject = checked.event().subject();
    if (checked.value() instanceof MetricValue.Facts known && subject != null) {
      stated.state(subject, known);
    } else if (checked.isCumulative()) {
      read(checked);
    } else {
      windows.add(checked, change.settlement());
    }
  }

  private void read(CheckedEvent checked) {
    Subject subject = checked.event().subject();
    SeriesKey series =
        new SeriesKey(
            page.stratum(),
            checked.metric().name(),
            subject == null ? "" : subject.urn(),
            checked.event().attributes());
    if (subject != null && Activity.of(checked.metric().name()).isPresent()) {
      stated.count(new Subject(subject.type(), series.asset()));
    }
    double value = ((MetricValue.Quantity) checked.value()).value();
    readings.add(
        new Reading(
            series,
            value,
            micros(checked.event().start()),
            micros(checked.event().end()),
            Instant.EPOCH));
  }

  private static Instant micros(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
