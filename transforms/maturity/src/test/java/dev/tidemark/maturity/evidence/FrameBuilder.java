// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.maturity.score.Snapshot;
import dev.tidemark.maturity.score.Standing;
import dev.tidemark.model.metric.SubjectKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Frames for tests, one fact at a time; feeds are daily, long connected and complete unless said
 * otherwise.
 */
final class FrameBuilder {
  static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  static final LocalDate TODAY = LocalDate.of(2026, 2, 28);
  static final String ONE = "snowflake://one";
  static final String TWO = "databricks://two";

  private final List<DayPartial> partials = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();
  private final List<Population> populations = new ArrayList<>();
  private final List<Feed> feeds = new ArrayList<>();
  private final List<Attestation> attestations = new ArrayList<>();
  private final List<EstateEntry> entries = new ArrayList<>();
  private final List<Exemption> exemptions = new ArrayList<>();
  private final Map<String, Set<String>> supply = new TreeMap<>();
  private final Set<String> anywhere = new TreeSet<>();

  FrameBuilder feed(String stratum, String... metrics) {
    for (String metric : metrics) {
      feed(
          new Feed(
              stratum,
              full(metric),
              NOW,
              Duration.ofDays(1),
              Duration.ZERO,
              NOW.minus(Duration.ofDays(400)),
              Feed.Condition.OK,
              NOW));
    }
    return this;
  }

  FrameBuilder feed(Feed feed) {
    feeds.add(feed);
    supply.computeIfAbsent(feed.stratum(), absent -> new TreeSet<>()).add(feed.metric());
    anywhere.add(feed.metric());
    return this;
  }

  FrameBuilder suppliable(String metric) {
    anywhere.add(full(metric));
    return this;
  }

  FrameBuilder day(
      String stratum, String metric, int daysAgo, Aggregate aggregate, String... attributes) {
    partials.add(
        new DayPartial(
            stratum, full(metric), map(attributes), TODAY.minusDays(daysAgo), aggregate));
    return this;
  }

  FrameBuilder sum(String stratum, String metric, int daysAgo, double sum, String... attributes) {
    return day(stratum, metric, daysAgo, new Aggregate.Sum(sum, 1), attributes);
  }

  FrameBuilder assets(String stratum, long count, String... facts) {
    return cell(stratum, SubjectKind.ASSET, count, facts);
  }

  FrameBuilder cell(String stratum, SubjectKind kind, long count, String... facts) {
    cells.add(new Cell(stratum, kind, map(facts), count));
    return this;
  }

  FrameBuilder population(String stratum, SubjectKind kind, long visible, long eligible) {
    populations.add(new Population(stratum, kind, visible, eligible));
    return this;
  }

  FrameBuilder attest(Attestation attestation) {
    attestations.add(attestation);
    return this;
  }

  FrameBuilder register(String stratum, double materiality) {
    entries.add(new EstateEntry(stratum, materiality));
    return this;
  }

  FrameBuilder exempt(Exemption exemption) {
    exemptions.add(exemption);
    return this;
  }

  EvidenceFrame frame() {
    return new EvidenceFrame(
        partials,
        cells,
        populations,
        feeds,
        attestations,
        new EstateRegister(entries, exemptions),
        new Supply(supply, anywhere));
  }

  /** What the core model sees in it as of now. */
  Snapshot snapshot() {
    return IndicatorEvaluator.evaluate(MaturityModel.core(), frame(), NOW);
  }

  Standing at(String indicator, String stratum) {
    return snapshot().at(new Coordinate(indicator, stratum)).orElseThrow();
  }

  static String full(String metric) {
    return "tidemark." + metric;
  }

  static String daysAgo(int days) {
    return TODAY.minusDays(days).toString();
  }

  private static Map<String, String> map(String... pairs) {
    Map<String, String> map = new TreeMap<>();
    for (int index = 0; index < pairs.length; index += 2) {
      map.put(pairs[index], pairs[index + 1]);
    }
    return map;
  }
}
