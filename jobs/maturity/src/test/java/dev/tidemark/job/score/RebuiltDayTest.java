// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.maturity.live.Backcast;
import dev.tidemark.maturity.live.OrganisationScorer;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.Temporality;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.model.score.ScoreUpdate.IndicatorRow;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.model.window.Grain;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import dev.tidemark.window.Accumulator;
import dev.tidemark.window.DistinctFn;
import dev.tidemark.window.PartialFn;
import dev.tidemark.window.QuantileFn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * P8 for what sketches hold, which nothing can be subtracted from: a day is retracted and told anew
 * by building it from its events again, and is then what a fresh build makes of it.
 */
class RebuiltDayTest {
  private static final String PEOPLE = "tidemark.identity.principal.active";
  private static final String LEAD = "tidemark.change.lead_time";
  private static final long SEED = 20261126;

  private final ScoredDatabase database = new ScoredDatabase();
  private final ReadAccount account = database.connect("one", "postgres://one:5432", PEOPLE, LEAD);
  private final OrganisationScorer scorer = database.scorer();
  private final Instant day =
      LocalDate.ofInstant(database.now, ZoneOffset.UTC).atStartOfDay(ZoneOffset.UTC).toInstant();

  /** More than a set sketch keeps exactly, so that its estimate is at stake. */
  private final List<MetricEvent> people = members(20_000);

  private final List<MetricEvent> changes =
      IntStream.range(0, 5000)
          .mapToObj(n -> event(LEAD, new MetricValue.Quantity(n * 60d)))
          .toList();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void partsInAnyOrderAreOneFreshBuild() {
    tell(people, changes, 1);
    ScoreUpdate fresh = database.score(scorer);
    assertThat(raw(fresh, "SEC.MFA")).isBetween(.45, .55);
    assertThat(raw(fresh, "OPS.LTC")).isPositive();
    tell(shuffled(people), shuffled(changes), 7);
    ScoreUpdate parts = database.score(database.scorer());
    assertSame(parts, fresh);
  }

  @Test
  void retractedAndToldAgainIsNoChange() {
    tell(people, changes, 3);
    ScoreUpdate before = database.score(scorer);
    tell(people.subList(0, 5000), changes.subList(0, 2000), 2);
    ScoreUpdate retracted = database.score(scorer);
    assertThat(raw(retracted, "OPS.LTC")).isNotEqualTo(raw(before, "OPS.LTC"));
    assertThat(count(retracted)).isNotEqualTo(count(before));
    tell(shuffled(people), shuffled(changes), 5);
    assertSame(database.score(scorer), before);
    assertSame(database.score(database.scorer()), before);
  }

  /** A close computed again from the partials that were stored is the close that was stored. */
  @Test
  void aClosedDayIsRebuiltFromItsStoredPartials() {
    tell(people, changes, 4);
    database.score(scorer);
    database.pass(Duration.ofDays(1));
    List<ScoreUpdate> closed = database.closes(scorer);
    OtherModel patch = OtherModel.patch().in(database);
    LocalDate closedDay = LocalDate.ofInstant(day, ZoneOffset.UTC);
    List<ScoreUpdate> again = new ArrayList<>();
    Backcast.of(database.ledger, patch.id(), database.organisation, database.now)
        .rehearse(
            new Backcast.Span(closedDay, closedDay), step -> step.close().ifPresent(again::add));
    assertThat(closed).hasSize(1);
    assertSame(again.get(0), closed.get(0));
  }

  private static void assertSame(ScoreUpdate found, ScoreUpdate expected) {
    for (String indicator : List.of("SEC.MFA", "OPS.LTC")) {
      assertThat(raw(found, indicator)).as(indicator).isEqualTo(raw(expected, indicator));
    }
    assertThat(count(found)).isEqualTo(count(expected));
  }

  /** The day in so many parts: all but the last are settled, the last is the tail. */
  private void tell(List<MetricEvent> people, List<MetricEvent> changes, int parts) {
    List<WindowChange> windows = new ArrayList<>();
    for (String mfa : List.of("true", "false")) {
      List<MetricEvent> some =
          people.stream().filter(it -> mfa.equals(it.attributes().values().get("mfa"))).toList();
      windows.add(window(PEOPLE, attributes(mfa), new DistinctFn(), some, parts));
    }
    windows.add(window(LEAD, Attributes.none(), new QuantileFn(), changes, parts));
    account.tell(windows);
  }

  private WindowChange window(
      String metric, Attributes attributes, PartialFn fn, List<MetricEvent> events, int parts) {
    List<Accumulator> settled = new ArrayList<>();
    Accumulator tail = fn.createAccumulator();
    int size = (events.size() + parts - 1) / parts;
    for (int part = 0; part < parts; part++) {
      Accumulator accumulator = fn.createAccumulator();
      int from = Math.min(events.size(), part * size);
      for (MetricEvent event : events.subList(from, Math.min(events.size(), from + size))) {
        accumulator = fn.addInput(accumulator, event);
      }
      if (part > 0 && part == parts - 1) {
        tail = accumulator;
      } else {
        settled.add(accumulator);
      }
    }
    Partial whole = fn.extractOutput(fn.mergeAccumulators(settled));
    WindowKey key = new WindowKey(account.stratum(), metric, attributes, Grain.DAY, day);
    return new WindowChange(key, whole, fn.extractOutput(tail));
  }

  private List<MetricEvent> members(int number) {
    return IntStream.range(0, number)
        .mapToObj(
            n ->
                new MetricEvent(
                    PEOPLE,
                    Temporality.DELTA,
                    "{principal}",
                    new MetricValue.Member("member-" + n),
                    null,
                    attributes(Boolean.toString(n % 2 == 0)),
                    day,
                    day.plusSeconds(n % 3600),
                    0,
                    null))
        .toList();
  }

  private MetricEvent event(String metric, MetricValue value) {
    return new MetricEvent(
        metric, Temporality.DELTA, "s", value, null, Attributes.none(), day, day, 0, null);
  }

  private static Attributes attributes(String mfa) {
    return Attributes.of(Map.of("principal.kind", "human", "mfa", mfa));
  }

  private static List<MetricEvent> shuffled(List<MetricEvent> events) {
    List<MetricEvent> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(SEED));
    return shuffled;
  }

  private static double raw(ScoreUpdate update, String indicator) {
    Double raw = row(update, indicator).raw();
    return raw == null ? Double.NaN : raw;
  }

  private static double count(ScoreUpdate update) {
    Double denominator = row(update, "SEC.MFA").denominator();
    return denominator == null ? Double.NaN : denominator;
  }

  private static IndicatorRow row(ScoreUpdate update, String indicator) {
    return update.indicators().stream()
        .filter(row -> row.indicator().equals(indicator))
        .findFirst()
        .orElseThrow();
  }
}
