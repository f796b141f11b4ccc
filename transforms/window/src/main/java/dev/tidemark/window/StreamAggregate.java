// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.MetricCatalogue;
import dev.tidemark.model.metric.Resolution;
import dev.tidemark.model.metric.WindowClass;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.FoldedPage;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PageStamp;
import dev.tidemark.model.stream.PassStep;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Reading;
import dev.tidemark.model.stream.SeriesKey;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.model.window.Grain;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import dev.tidemark.spi.ledger.StreamState;
import dev.tidemark.spi.ledger.StreamStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one stream adds up to under one lease: a cache of its row, ahead of it by the pages not yet
 * committed. Pages are applied in their turn and only where the last one ended, each once; commits
 * bring absolute values. Losing it costs reading again, nothing else. Not safe for use by several
 * threads.
 */
public final class StreamAggregate {
  private static final int UNCOMMITTED_PAGES = 1_000;
  private static final int LARGE_COMMIT = 10_000;

  private final StreamId stream;
  private final Lease lease;
  private final StreamStore store;
  private final Horizon horizon;
  private final StreamWindows windows;
  private final StreamCounters counters;
  private final StreamFacts facts;
  private final StreamPopulations populations = new StreamPopulations();
  private final StreamRejections rejections = new StreamRejections();
  private int mostWindows;
  private long base;
  private long sequence;
  private Cursor committed;
  private ReadPosition position;
  private Volume volume = Volume.none();
  private @Nullable Instant completeThrough;
  private Instant observedAt = Instant.EPOCH;
  private FirstPass firstPass = FirstPass.UNDER_WAY;

  /** The first whole pass under the lease: where it was committed, the stream has caught up. */
  private enum FirstPass {
    UNDER_WAY,
    READ,
    COMMITTED
  }

  private StreamAggregate(
      StreamStore store,
      StreamId stream,
      Lease lease,
      StreamState row,
      Horizon horizon,
      Instant openSince) {
    this.stream = stream;
    this.lease = lease;
    this.store = store;
    this.horizon = horizon;
    this.mostWindows = horizon.mostWindows();
    windows = new StreamWindows(row.windows(), openSince, keys -> store.windows(stream, keys));
    counters = new StreamCounters(row.readings());
    facts = new StreamFacts(counters::activity);
    base = row.sequence();
    sequence = base;
    committed = row.cursor();
    position = ReadPosition.at(committed);
  }

  /**
   * The aggregate of a stream as committed.
   *
   * @param now decides which windows are open; others are fetched when asked for
   * @return empty if the stream's row does not carry the lease
   */
  static Optional<StreamAggregate> load(
      StreamStore store, StreamId stream, Lease lease, Instant now, Horizon horizon) {
    Instant openSince = horizon.openSince(now);
    return store
        .load(stream, lease, openSince)
        .map(row -> new StreamAggregate(store, stream, lease, row, horizon, openSince));
  }

  public Lease lease() {
    return lease;
  }

  /** Where the last applied page ended. */
  public ReadPosition position() {
    return position;
  }

  /** How many windows older than the open ones had to be fetched. */
  public long restated() {
    return windows.restated();
  }

  /**
   * Applies a page of this lease.
   *
   * @throws dev.tidemark.spi.ledger.LedgerException if older windows cannot be fetched; nothing has
   *     been applied then
   */
  public Outcome apply(FoldedPage page) {
    PageStamp stamp = page.stamp();
    if (!stamp.lease().equals(lease)) {
      return Outcome.LOST;
    }
    if (stamp.sequence() != sequence + 1) {
      return Outcome.NOT_ITS_TURN;
    }
    if (!stamp.before().equals(position)) {
      return Outcome.DISCONTINUOUS;
    }
    windows.require(touched(page));
    fold(page);
    advance(page);
    closeWindows();
    return Outcome.APPLIED;
  }

  /** What has changed since the last commit drained; empty if nothing worth a write has. */
  public Optional<StreamCommit> drain() {
    if (sequence == base) {
      return Optional.empty();
    }
    List<WindowChange> changedWindows = windows.takeChanged();
    boolean changed =
        !changedWindows.isEmpty()
            || counters.hasChanged()
            || !facts.isEmpty()
            || populations.hasChanged()
            || !rejections.isEmpty();
    return changed || firstPass == FirstPass.READ || isFarFromCursor()
        ? Optional.of(commit(changedWindows))
        : Optional.empty();
  }

  /** Whether so much waits to be committed that it should not wait any longer. */
  public boolean isFull() {
    return windows.pending() + facts.pending() >= LARGE_COMMIT || rejections.isFull();
  }

  /**
   * A cursor that moved over nothing is not worth a write: what it passed can be read again and is
   * nothing again. It is written once that would be much.
   */
  private boolean isFarFromCursor() {
    return sequence - base >= UNCOMMITTED_PAGES && !position.settled().equals(committed);
  }

  private StreamCommit commit(List<WindowChange> changedWindows) {
    StreamCommit commit =
        new StreamCommit(
            stream,
            lease,
            base,
            sequence,
            position.settled(),
            changedWindows,
            counters.takeChanged(),
            facts.take(),
            populations.takeChanged(),
            completeThrough,
            observedAt,
            volume,
            rejections.take());
    base = sequence;
    committed = position.settled();
    volume = Volume.none();
    firstPass = firstPass == FirstPass.READ ? FirstPass.COMMITTED : firstPass;
    return commit;
  }

  private void fold(FoldedPage page) {
    rejections.add(page.rejections());
    if (isBeside(page)) {
      windows.settle(page.settled());
    } else {
      foldStep(page, page.stamp().step());
    }
  }

  private void foldStep(FoldedPage page, PassStep step) {
    if (step.begins()) {
      windows.beginTail();
    }
    if (isSnapshot(page)) {
      windows.tellAgain(page.settled());
    } else {
      windows.settle(page.settled());
    }
    page.readings().forEach(this::count);
    windows.collectTail(page.tail());
    if (step.ends()) {
      windows.replaceTail();
    } else if (!page.settled().isEmpty()) {
      windows.dropTail();
    }
    facts.add(page.facts());
    populations.add(page.populations());
  }

  private static boolean isBeside(FoldedPage page) {
    return page.stamp().step() == PassStep.BESIDE;
  }

  private static boolean isSnapshot(FoldedPage page) {
    return !page.facts().replaced().isEmpty();
  }

  private void count(Reading reading) {
    double amount = counters.advance(reading);
    if (amount > 0) {
      Accumulator delta = new Accumulator(WindowClass.SUM);
      delta.add(new MetricValue.Quantity(amount), reading.at(), 0);
      Partial partial = delta.partial();
      windowsOf(reading).forEach(key -> windows.settle(key, partial));
    }
  }

  private void advance(FoldedPage page) {
    sequence = page.stamp().sequence();
    position = page.stamp().after();
    volume = volume.plus(page.volume());
    if (!isBeside(page) || page.observedAt().isAfter(observedAt)) {
      observedAt = page.observedAt();
    }
    if (firstPass == FirstPass.UNDER_WAY && page.stamp().step().ends()) {
      firstPass = FirstPass.READ;
    }
    if (page.completeThrough() != null) {
      completeThrough = page.completeThrough();
    }
  }

  private Set<WindowKey> touched(FoldedPage page) {
    Set<WindowKey> keys = new HashSet<>(page.settled().keySet());
    page.readings().forEach(reading -> keys.addAll(windowsOf(reading)));
    if (page.stamp().step().ends()) {
      keys.addAll(page.tail().keySet());
      keys.addAll(windows.collected());
    }
    return keys;
  }

  private static List<WindowKey> windowsOf(Reading reading) {
    SeriesKey series = reading.series();
    return Stream.of(Grain.values())
        .filter(grain -> grain == Grain.DAY || isHourly(series.metric()))
        .map(
            grain ->
                new WindowKey(
                    series.stratum(),
                    series.metric(),
                    series.attributes(),
                    grain,
                    UtcWindows.startOf(grain, reading.at())))
        .toList();
  }

  private static boolean isHourly(String metric) {
    return MetricCatalogue.standard().require(metric).resolution() == Resolution.HOURLY_AND_DAILY;
  }

  /** Too many windows at hand: those that closed are forgotten, once the row has them. */
  private void closeWindows() {
    if (windows.size() <= mostWindows) {
      return;
    }
    Instant openSince = horizon.openSince(observedAt);
    boolean caughtUp =
        store.load(stream, lease, openSince).filter(row -> row.sequence() == base).isPresent();
    if (caughtUp) {
      windows.close(openSince);
    }
    mostWindows = Math.max(horizon.mostWindows(), windows.size() + windows.size() / 2);
  }
}
