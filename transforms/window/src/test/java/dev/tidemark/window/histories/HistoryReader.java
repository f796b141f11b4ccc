// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window.histories;

import dev.tidemark.model.Stratum;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.WindowClass;
import dev.tidemark.model.stream.FactChanges;
import dev.tidemark.model.stream.FoldedPage;
import dev.tidemark.model.stream.KeptRecord;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PageStamp;
import dev.tidemark.model.stream.PassStep;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Reading;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.model.stream.Rejections;
import dev.tidemark.model.stream.Replay;
import dev.tidemark.model.stream.SeriesKey;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.model.window.Grain;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowKey;
import dev.tidemark.spi.ledger.RejectedStore.Waiting;
import dev.tidemark.window.Accumulator;
import dev.tidemark.window.Partials;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the source page by page, in passes whose upper bound is fixed when they begin. */
final class HistoryReader {
  static final Stratum STRATUM = new Stratum("example://history");
  static final String ROWS = "tidemark.data.pipeline.run";
  static final String COUNTER = "tidemark.data.schema.change";

  @Nullable Lease lease;
  boolean held;
  long sequence;
  private Place settled = Place.START;
  private Place position = Place.START;
  private long upper = -1;
  private Map<WindowKey, Partial> collected = new HashMap<>();
  private Set<KeptRecord> readingAgain = new HashSet<>();

  /** A reader in the same state; what it holds and knows goes separate ways from here. */
  HistoryReader copy() {
    HistoryReader copy = new HistoryReader();
    copy.lease = lease;
    copy.held = held;
    copy.sequence = sequence;
    copy.settled = settled;
    copy.position = position;
    copy.upper = upper;
    copy.collected = new HashMap<>(collected);
    copy.readingAgain = new HashSet<>(readingAgain);
    return copy;
  }

  /** Starts from a row. */
  void start(Lease taken, long from, Place cursor) {
    held = true;
    lease = taken;
    sequence = from;
    settled = cursor;
    position = cursor;
    upper = -1;
    readingAgain.clear();
  }

  /** What is on its way under the lease. */
  Set<KeptRecord> readingAgain() {
    return readingAgain;
  }

  /** Reads records again beside the pass: some can be used by now, others cannot yet. */
  FoldedPage again(
      List<Waiting> records, StreamId stream, Random random, Expectations expectations) {
    Lease holding = Objects.requireNonNull(lease);
    List<LateSource.Shown> rows = new ArrayList<>();
    List<Replay> replays = new ArrayList<>();
    for (Waiting waiting : records) {
      boolean usable = random.nextInt(4) > 0;
      readingAgain.add(waiting.record());
      replays.add(new Replay(waiting.record(), usable ? null : "bad"));
      for (long time = 0; usable && time < waiting.record().times(); time++) {
        rows.add(BadRow.of(waiting.rejected().key()).row());
      }
    }
    sequence++;
    expectations.sameTail(holding, sequence);
    return new FoldedPage(
        stream,
        STRATUM,
        new PageStamp(holding, sequence, place(), place(), PassStep.BESIDE),
        partials(rows),
        Map.of(),
        List.of(),
        FactChanges.none(),
        List.of(),
        null,
        records.get(0).rejected().observedAt(),
        Volume.none(),
        new Rejections(List.of(), replays));
  }

  /** Reads the next page and tells the expected tail after it. */
  FoldedPage read(LateSource source, StreamId stream, Expectations expectations) {
    Lease holding = Objects.requireNonNull(lease);
    boolean first = upper < 0;
    if (first) {
      upper = source.now();
      position = settled;
      collected.clear();
    }
    final ReadPosition before = place();
    LateSource.Answer answer = source.fetch(position, upper);
    long settle = upper - LateSource.LATENCY;
    advance(answer, settle);
    sequence++;
    Map<WindowKey, Partial> certain = fold(answer.rows(), settle, true);
    Map<WindowKey, Partial> tail = fold(answer.rows(), settle, false);
    tail.forEach((key, partial) -> collected.merge(key, partial, HistoryReader::merged));
    expectations.tail(holding, sequence, certain, collected, answer.more());
    PageStamp stamp =
        new PageStamp(holding, sequence, before, place(), PassStep.of(first, !answer.more()));
    List<RejectedRecord> passed =
        answer.rows().stream()
            .filter(row -> row.at().tick() <= settle && LateSource.isBad(row.at()))
            .map(row -> new BadRow(row).rejected(stream, Place.at(source.now())))
            .toList();
    return page(source, stream, stamp, certain, tail, passed);
  }

  private void advance(LateSource.Answer answer, long settle) {
    if (!answer.rows().isEmpty()) {
      position = answer.rows().get(answer.rows().size() - 1).at();
    }
    Place bound = Place.endOf(Math.max(settle, 0));
    boolean within = answer.more() && position.compareTo(bound) <= 0;
    if (settle >= 0) {
      settled = Place.later(settled, within ? position : bound);
    }
    if (!answer.more()) {
      upper = -1;
      position = settled;
    }
  }

  private ReadPosition place() {
    return new ReadPosition(settled.cursor(), position.cursor());
  }

  private static FoldedPage page(
      LateSource source,
      StreamId stream,
      PageStamp stamp,
      Map<WindowKey, Partial> settled,
      Map<WindowKey, Partial> tail,
      List<RejectedRecord> passed) {
    Instant now = Place.at(source.now());
    SeriesKey series = new SeriesKey(STRATUM, COUNTER, "", Attributes.none());
    Reading reading = new Reading(series, source.counter(), Instant.EPOCH, now, Instant.EPOCH);
    return new FoldedPage(
        stream,
        STRATUM,
        stamp,
        settled,
        tail,
        List.of(reading),
        FactChanges.none(),
        List.of(),
        null,
        now,
        new Volume(1, 1, 1, 1),
        new Rejections(passed, List.of()));
  }

  private static Map<WindowKey, Partial> fold(
      List<LateSource.Shown> rows, long settle, boolean settledOnes) {
    return partials(
        rows.stream()
            .filter(row -> !LateSource.isBad(row.at()))
            .filter(row -> row.at().tick() <= settle == settledOnes)
            .toList());
  }

  private static Map<WindowKey, Partial> partials(List<LateSource.Shown> rows) {
    Map<WindowKey, Accumulator> windows = new HashMap<>();
    for (LateSource.Shown row : rows) {
      windows
          .computeIfAbsent(row.window(), key -> new Accumulator(WindowClass.SUM))
          .add(new MetricValue.Quantity(row.value()), row.at().time(), 0);
    }
    Map<WindowKey, Partial> partials = new HashMap<>();
    windows.forEach((key, window) -> partials.put(key, window.partial()));
    return partials;
  }

  static WindowKey window(Place at, String key) {
    return new WindowKey(
        STRATUM, ROWS, Attributes.of("environment", key), Grain.DAY, Grain.DAY.startOf(at.time()));
  }

  static Partial merged(Partial left, Partial right) {
    return Partials.merge(WindowClass.SUM, left, right);
  }
}
