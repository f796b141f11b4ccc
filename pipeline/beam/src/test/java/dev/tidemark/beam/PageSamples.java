// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import static dev.tidemark.beam.Parts.ATTRIBUTES;
import static dev.tidemark.beam.Parts.KEY;
import static dev.tidemark.beam.Parts.PARTIAL;
import static dev.tidemark.beam.Parts.POPULATION;
import static dev.tidemark.beam.Parts.STRATUM;
import static dev.tidemark.beam.Parts.STREAM;
import static dev.tidemark.beam.Parts.TEN;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.asset.AssetFacts;
import dev.tidemark.model.asset.Subject;
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
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Pages as they are read, folded and committed: each with every field filled and with none. */
final class PageSamples {
  private static final Lease LEASE =
      new Lease(UUID.fromString("11111111-2222-4333-8444-555555555555"));
  static final Volume UNCHARGED = new Volume(1, 1000, 123_456, 2);
  static final Volume VOLUME =
      UNCHARGED.costing(Cost.of("warehouse_seconds", 40)).costing(Cost.of("dbu", 0.25));
  private static final Reading READING =
      new Reading(
          new SeriesKey(STRATUM, "tidemark.data.asset.read", "postgres://db/a", ATTRIBUTES),
          42,
          Instant.EPOCH,
          TEN,
          TEN.minusSeconds(60));
  private static final FactChanges FACTS =
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
  private static final KeptRecord KEPT =
      new KeptRecord(UUID.fromString("22222222-3333-4444-8555-666666666666"), 7, 300);
  static final Rejections REJECTIONS =
      new Rejections(
          List.of(rejected()), List.of(Replay.counted(KEPT), new Replay(KEPT, "size is missing")));

  private PageSamples() {}

  private static PageStamp stamp(PassStep step) {
    return new PageStamp(
        LEASE,
        130,
        ReadPosition.at(Cursor.start()),
        new ReadPosition(new Cursor("{\"t\":1}"), new Cursor("{\"t\":2}")),
        step);
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

  static Page pageReadAgain() {
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

  static RejectedRecord rejected() {
    return new RejectedRecord(
        STREAM, "postgresql", "key", "unit \"kg\" is not known", Bytes.utf8("{}"), TEN);
  }
}
