// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.beam.LostLeases;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.FoldedPage;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.spi.ledger.Ledger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folds the pages of one stream in this JVM, whoever holds its lease: loads what is committed when
 * a page comes under a lease not seen yet, and lets go of the stream when a page does not fit. The
 * first change is committed at once; then it waits for {@link #elapsed()} before the next one.
 *
 * <p>Safe for use by several threads: a zombie instance and its successor may meet here.
 */
public final class StreamFold {
  private final StreamId stream;
  private final Horizon horizon;
  private @Nullable StreamAggregate aggregate;
  private boolean waiting;

  private StreamFold(StreamId stream, Horizon horizon) {
    this.stream = stream;
    this.horizon = horizon;
  }

  /** A fold with the standard horizon. */
  public static StreamFold of(StreamId stream) {
    return new StreamFold(stream, Horizon.STANDARD);
  }

  /** A fold that keeps other windows at hand. */
  public static StreamFold of(StreamId stream, Horizon horizon) {
    return new StreamFold(stream, horizon);
  }

  /**
   * What a page led to.
   *
   * @param commit to be sent at once, after which the fold waits; null where there is none
   * @param restated windows older than the open ones it reached
   */
  public record Step(Outcome outcome, @Nullable StreamCommit commit, long restated) {}

  /** Takes a page. */
  public synchronized Step take(FoldedPage page, Ledger ledger) {
    StreamAggregate current = current(page, ledger);
    if (current == null) {
      return release(page.stamp().lease(), Outcome.LOST, ledger);
    }
    long restated = current.restated();
    Outcome outcome = current.apply(page);
    if (outcome != Outcome.APPLIED) {
      return release(page.stamp().lease(), outcome, ledger);
    }
    StreamCommit commit = waiting && !current.isFull() ? null : drained(current);
    return new Step(outcome, commit, current.restated() - restated);
  }

  /** The wait is over: the commit to be sent now, after which the fold waits again, if any. */
  public synchronized Optional<StreamCommit> elapsed() {
    waiting = false;
    StreamAggregate current = aggregate;
    if (current == null || LostLeases.contains(current.lease())) {
      aggregate = null;
      return Optional.empty();
    }
    return Optional.ofNullable(drained(current));
  }

  /** Where the last page applied has ended; empty while nothing is loaded. */
  public synchronized Optional<ReadPosition> position() {
    return Optional.ofNullable(aggregate).map(StreamAggregate::position);
  }

  private @Nullable StreamCommit drained(StreamAggregate current) {
    StreamCommit commit = current.drain().orElse(null);
    waiting |= commit != null;
    return commit;
  }

  private @Nullable StreamAggregate current(FoldedPage page, Ledger ledger) {
    Lease lease = page.stamp().lease();
    if (LostLeases.contains(lease)) {
      return null;
    }
    if (aggregate == null || !aggregate.lease().equals(lease)) {
      Optional<StreamAggregate> loaded =
          StreamAggregate.load(ledger.streams(), stream, lease, page.observedAt(), horizon);
      if (loaded.isEmpty()) {
        return null;
      }
      aggregate = loaded.get();
      waiting = false;
    }
    return aggregate;
  }

  /** Tells everyone that reading must go on under a new lease, from the row. */
  private Step release(Lease lease, Outcome outcome, Ledger ledger) {
    if (aggregate != null && aggregate.lease().equals(lease)) {
      aggregate = null;
      waiting = false;
    }
    if (!LostLeases.contains(lease)) {
      LostLeases.announce(lease);
      ledger.leases().release(stream, lease);
    }
    return new Step(outcome, null, 0);
  }
}
