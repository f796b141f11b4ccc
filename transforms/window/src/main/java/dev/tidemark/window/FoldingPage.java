// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.asset.Population;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.event.CheckedEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.event.UnusableRecordException;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.FoldedPage;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.Reading;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.model.stream.Rejections;
import dev.tidemark.model.stream.Replay;
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
  private final PageWindows settled;
  private final PageWindows tail;
  private final PageFacts facts;
  private final RecordFacts stated = new RecordFacts();
  private final List<Reading> readings = new ArrayList<>();
  private final List<RejectedRecord> passed = new ArrayList<>();
  private final List<RejectedRecord> shownAgain = new ArrayList<>();
  private final List<Replay> replays = new ArrayList<>();
  private final Map<String, Population> populations = new LinkedHashMap<>();

  FoldingPage(Page page) {
    this.page = page;
    settled = new PageWindows(page.stratum());
    tail = new PageWindows(page.stratum());
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

  /**
   * A record that cannot be used. One that is final and part of no snapshot is not shown again: the
   * stream goes on without it.
   */
  void reject(Change change, RejectedRecord rejected) {
    facts.bad(change.key());
    boolean last = change.settlement() == Settlement.SETTLED && page.replaces() == null;
    (last ? passed : shownAgain).add(rejected);
  }

  /**
   * The amounts of a record that is read again, so many times.
   *
   * @throws UnusableRecordException if it holds no amounts at all, only what was told anew since
   */
  void count(List<CheckedEvent> events, long times) {
    List<CheckedEvent> amounts = events.stream().filter(FoldingPage::isAmount).toList();
    if (amounts.isEmpty() && !events.isEmpty()) {
      throw new UnusableRecordException(
          "it can be read now, but only states facts or shows counters, which hold until they are"
              + " told anew: reset the connector to have them told again");
    }
    for (long time = 0; time < times; time++) {
      amounts.forEach(settled::add);
    }
  }

  void replayed(Replay replay) {
    replays.add(replay);
  }

  /** What could not be used and every pass shows again. */
  List<RejectedRecord> shownAgain() {
    return List.copyOf(shownAgain);
  }

  FoldedPage folded() {
    return new FoldedPage(
        page.stream(),
        page.stratum(),
        page.stamp(),
        settled.partials(),
        tail.partials(),
        readings,
        facts.changes(),
        List.copyOf(populations.values()),
        page.completeThrough(),
        page.observedAt(),
        page.volume(),
        new Rejections(passed, replays));
  }

  private static boolean isAmount(CheckedEvent checked) {
    return !(checked.value() instanceof MetricValue.Facts) && !checked.isCumulative();
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
      (change.settlement() == Settlement.SETTLED ? settled : tail).add(checked);
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
