// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.Assignment;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.OrganisationRevision;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.AssetFacts;
import dev.tidemark.model.asset.Population;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.Temporality;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.FactChanges;
import dev.tidemark.model.stream.FoldedPage;
import dev.tidemark.model.stream.KeptRecord;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.Operation;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.PageStamp;
import dev.tidemark.model.stream.PassStep;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Reading;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.model.stream.Rejections;
import dev.tidemark.model.stream.Replay;
import dev.tidemark.model.stream.SeriesKey;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.model.window.Grain;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.beam.sdk.coders.Coder;

/** One value of every type with every field filled, and one with everything empty. */
final class Samples {
  static final Instant TEN = Instant.parse("2026-01-08T10:00:00.123456Z");
  static final OrganisationId ORGANISATION =
      OrganisationId.of("0b8a6f0e-6f5c-4b8e-9a1d-1f2e3d4c5b6a");
  static final StreamId STREAM =
      new StreamId(ORGANISATION, ConnectorId.of("7d0f3c52-38a1-4f0e-b8a9-00112233445a"), "tables");
  static final Stratum STRATUM = new Stratum("postgres://db.example.com:5432");
  static final Lease LEASE = new Lease(UUID.fromString("11111111-2222-4333-8444-555555555555"));
  static final Attributes ATTRIBUTES = Attributes.of(Map.of("outcome", "success", "mfa", "true"));
  static final WindowKey KEY =
      new WindowKey(
          STRATUM,
          "tidemark.identity.login",
          ATTRIBUTES,
          Grain.HOUR,
          Instant.parse("2026-01-08T10:00:00Z"));
  static final Partial PARTIAL =
      new Partial(3, 1.5, 2, -0.25, -7, TEN, TEN.plusSeconds(9), Bytes.utf8("sketch"));
  static final Population POPULATION = new Population(STRATUM, "table", 412, 500);
  static final Volume UNCHARGED = new Volume(1, 1000, 123_456, 2);
  static final Volume VOLUME =
      UNCHARGED.costing(Cost.of("warehouse_seconds", 40)).costing(Cost.of("dbu", 0.25));
  static final Reading READING =
      new Reading(
          new SeriesKey(STRATUM, "tidemark.data.asset.read", "postgres://db/a", ATTRIBUTES),
          42,
          Instant.EPOCH,
          TEN,
          TEN.minusSeconds(60));
  static final FactChanges FACTS =
      new FactChanges(
          true,
          List.of(new KeyRange("a", "m"), KeyRange.all()),
          List.of("gone"),
          List.of(
              new AssetFacts(
                  "key",
                  STRATUM,
                  new Subject("table", "postgres://db/a"),
                  Map.of("owner.present", "true", "class", "internal"))));

  static final KeptRecord KEPT =
      new KeptRecord(UUID.fromString("22222222-3333-4444-8555-666666666666"), 7, 300);
  static final Rejections REJECTIONS =
      new Rejections(
          List.of(rejected()), List.of(Replay.counted(KEPT), new Replay(KEPT, "size is missing")));

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
        new Sample<>("page-3", PageCoder.of(), page(VOLUME)),
        new Sample<>("page-again-3", PageCoder.of(), pageReadAgain()),
        new Sample<>("page-empty-3", PageCoder.of(), emptyPage()),
        new Sample<>("folded-page-3", FoldedPageCoder.of(), foldedPage(VOLUME, REJECTIONS)),
        new Sample<>("folded-page-empty-3", FoldedPageCoder.of(), emptyFoldedPage()),
        new Sample<>("stream-commit-3", StreamCommitCoder.of(), commit(VOLUME, REJECTIONS)),
        new Sample<>("stream-commit-empty-3", StreamCommitCoder.of(), emptyCommit()),
        new Sample<>("rejected-record", RejectedRecordCoder.of(), rejected()),
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

  static PageStamp stamp(PassStep step) {
    return new PageStamp(
        LEASE,
        130,
        ReadPosition.at(Cursor.start()),
        new ReadPosition(new Cursor("{\"t\":1}"), new Cursor("{\"t\":2}")),
        step);
  }

  private static Assignment assignment() {
    return new Assignment(STREAM, "postgresql", 129, Duration.ofMillis(60_500));
  }

  static Page page(Volume volume) {
    List<Change> changes =
        List.of(
            Change.upsert("a", Bytes.utf8("{\"n\":\"\u00e4\"}")),
            Change.delete("b"),
            new Change(Operation.TRUNCATE, Settlement.PROVISIONAL, "", Bytes.empty()));
    return new Page(
        STREAM,
        "postgresql",
        STRATUM,
        stamp(PassStep.LAST),
        changes,
        new KeyRange(null, "m"),
        TEN,
        TEN.plusSeconds(1),
        volume);
  }

  private static Page pageReadAgain() {
    return new Page(
        STREAM,
        "postgresql",
        STRATUM,
        stamp(PassStep.BESIDE),
        List.of(Change.upsert("a", Bytes.utf8("{}"))),
        null,
        null,
        TEN,
        Volume.none(),
        List.of(KEPT));
  }

  static Page emptyPage() {
    return new Page(
        STREAM,
        "",
        STRATUM,
        stamp(PassStep.ONLY),
        List.of(),
        null,
        null,
        Instant.EPOCH,
        Volume.none());
  }

  static FoldedPage foldedPage(Volume volume, Rejections rejections) {
    return new FoldedPage(
        STREAM,
        STRATUM,
        stamp(PassStep.FIRST),
        Map.of(KEY, PARTIAL),
        Map.of(KEY, Partial.empty()),
        List.of(READING),
        FACTS,
        List.of(POPULATION),
        TEN,
        TEN.plusSeconds(1),
        volume,
        rejections);
  }

  static FoldedPage emptyFoldedPage() {
    return new FoldedPage(
        STREAM,
        STRATUM,
        stamp(PassStep.MIDDLE),
        Map.of(),
        Map.of(),
        List.of(),
        FactChanges.none(),
        List.of(),
        null,
        TEN,
        Volume.none());
  }

  static StreamCommit commit(Volume volume, Rejections rejections) {
    return new StreamCommit(
        STREAM,
        LEASE,
        128,
        130,
        new Cursor("{\"t\":1}"),
        List.of(new WindowChange(KEY, PARTIAL, Partial.empty())),
        List.of(READING),
        List.of(FACTS, FactChanges.none()),
        List.of(POPULATION),
        TEN,
        TEN.plusSeconds(1),
        volume,
        rejections);
  }

  static StreamCommit emptyCommit() {
    return new StreamCommit(
        STREAM,
        LEASE,
        0,
        1,
        Cursor.start(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        TEN,
        Volume.none());
  }

  private static RejectedRecord rejected() {
    return new RejectedRecord(
        STREAM, "postgresql", "key", "unit \"kg\" is not known", Bytes.utf8("{}"), TEN);
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
