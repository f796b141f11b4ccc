// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import static dev.tidemark.beam.Parts.ATTRIBUTES;
import static dev.tidemark.beam.Parts.KEY;
import static dev.tidemark.beam.Parts.ORGANISATION;
import static dev.tidemark.beam.Parts.PARTIAL;
import static dev.tidemark.beam.Parts.POPULATION;
import static dev.tidemark.beam.Parts.STRATUM;
import static dev.tidemark.beam.Parts.STREAM;
import static dev.tidemark.beam.Parts.TEN;

import dev.tidemark.model.Assignment;
import dev.tidemark.model.OrganisationRevision;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.Temporality;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.model.window.Partial;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.Coder;

/** One value of every type with every field filled, and one with everything empty. */
final class Samples {
  /** A named value with its coder. */
  record Sample<T>(String name, Coder<T> coder, T value) {
    @Override
    public String toString() {
      return name;
    }
  }

  private Samples() {}

  static List<Sample<?>> all() {
    return List.of(
        new Sample<>("organisation-id", OrganisationIdCoder.of(), ORGANISATION),
        new Sample<>("stream-id", StreamIdCoder.of(), STREAM),
        new Sample<>("assignment", AssignmentCoder.of(), assignment()),
        new Sample<>("page-3", PageCoder.of(), PageSamples.page(PageSamples.VOLUME)),
        new Sample<>("page-again-3", PageCoder.of(), PageSamples.pageReadAgain()),
        new Sample<>("page-empty-3", PageCoder.of(), PageSamples.emptyPage()),
        new Sample<>(
            "folded-page-3",
            FoldedPageCoder.of(),
            PageSamples.foldedPage(PageSamples.VOLUME, PageSamples.REJECTIONS)),
        new Sample<>("folded-page-empty-3", FoldedPageCoder.of(), PageSamples.emptyFoldedPage()),
        new Sample<>(
            "stream-commit-3",
            StreamCommitCoder.of(),
            PageSamples.commit(PageSamples.VOLUME, PageSamples.REJECTIONS)),
        new Sample<>("stream-commit-empty-3", StreamCommitCoder.of(), PageSamples.emptyCommit()),
        new Sample<>("rejected-record", RejectedRecordCoder.of(), PageSamples.rejected()),
        new Sample<>(
            "organisation-revision",
            OrganisationRevisionCoder.of(),
            new OrganisationRevision(ORGANISATION, 300)),
        new Sample<>(
            "event-quantity", MetricEventCoder.of(), event(new MetricValue.Quantity(-1.5))),
        new Sample<>("event-ratio", MetricEventCoder.of(), event(new MetricValue.Ratio(1, 3))),
        new Sample<>("event-member", MetricEventCoder.of(), event(new MetricValue.Member("ab"))),
        new Sample<>(
            "event-facts",
            MetricEventCoder.of(),
            event(new MetricValue.Facts(Map.of("described", "true", "class", "none")))),
        new Sample<>("event-bare", MetricEventCoder.of(), bareEvent()),
        new Sample<>("score-update", ScoreUpdateCoder.of(), score()),
        new Sample<>("score-update-empty", ScoreUpdateCoder.of(), emptyScore()),
        new Sample<>("window-key", WindowKeyCoder.of(), KEY),
        new Sample<>("partial", PartialCoder.of(), PARTIAL),
        new Sample<>("partial-empty", PartialCoder.of(), Partial.empty()));
  }

  private static Assignment assignment() {
    return new Assignment(STREAM, "postgresql", 129, Duration.ofMillis(60_500));
  }

  private static MetricEvent event(MetricValue value) {
    return new MetricEvent(
        "tidemark.identity.login",
        Temporality.DELTA,
        "{login}",
        value,
        new Subject("account", "postgres://db"),
        ATTRIBUTES,
        TEN.minusSeconds(60),
        TEN,
        5,
        POPULATION);
  }

  private static MetricEvent bareEvent() {
    return new MetricEvent(
        "",
        Temporality.INSTANT,
        "",
        new MetricValue.Member(""),
        null,
        Attributes.none(),
        TEN,
        TEN,
        0,
        null);
  }

  private static ScoreUpdate score() {
    return new ScoreUpdate(
        ORGANISATION,
        "tidemark-core 1.0.0",
        77,
        TEN,
        LocalDate.parse("2026-01-07"),
        "provisional",
        List.of(new ScoreUpdate.Composite("Overall", 0.48, 0.46, 0.54, 0.93, 2, "held", 0.45)),
        List.of(
            new ScoreUpdate.IndicatorRow(
                "QUA.PAS",
                STRATUM.urn(),
                "MEASURED",
                0.93,
                9300d,
                10_000d,
                1e4,
                0.5,
                0.3,
                1,
                1d,
                0.1)),
        List.of(
            new ScoreUpdate.AttributionRow(
                "Overall", "QUA.PAS", STRATUM.urn(), "performance", -0.0248)),
        "{\"card\":1}",
        "{}");
  }

  private static ScoreUpdate emptyScore() {
    return new ScoreUpdate(
        ORGANISATION,
        "m",
        0,
        TEN,
        null,
        "live",
        List.of(new ScoreUpdate.Composite("AI", 0, 0, 1, 0, null, "", null)),
        List.of(
            new ScoreUpdate.IndicatorRow(
                "QUA.PAS", "", "UNOBSERVED", null, null, null, null, null, null, 0, null, 0)),
        List.of(),
        "",
        "");
  }
}
