// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.spi.Cadence;
import dev.tidemark.spi.ledger.StreamReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what of a stream's polling is worth a write: the first whole pass, each change between
 * working and failing, and otherwise a sign of life four times per interval or minute, whichever is
 * longer. Completeness is only claimed once the pages read before have had time to be committed.
 * Not safe for use by several threads.
 */
final class Heartbeat {
  private static final Duration COMMITTED_WITHIN = Duration.ofSeconds(30);

  private final StreamId stream;
  private final Duration pause;
  private Instant lastReport = Instant.MIN;
  private Instant lastPage = Instant.MIN;
  private @Nullable Pass unclaimed;
  private StreamReport.@Nullable Failure failure;
  private StreamReport.@Nullable Rest rest;
  private boolean caughtUp;

  /** A pass whose pages may not be committed yet. */
  private record Pass(Instant at, @Nullable Instant completeThrough) {}

  Heartbeat(StreamId stream, Duration interval) {
    this.stream = stream;
    this.pause = new Cadence(interval).silence();
  }

  /** A lease was taken: what was reported under another one does not count any more. */
  void begin() {
    lastReport = Instant.MIN;
    lastPage = Instant.MIN;
    unclaimed = null;
    failure = null;
    rest = null;
    caughtUp = false;
  }

  /** A page was read: its commit tells how complete the stream is. */
  void page(Instant now) {
    lastPage = now;
  }

  /** A pass has ended; the page of that sequence was the last one read. */
  Optional<StreamReport> passed(
      Lease lease, @Nullable Instant completeThrough, long sequence, Instant now) {
    boolean first = !caughtUp;
    if (!first && failure == null && rest == null && !isDue(now)) {
      return Optional.empty();
    }
    caughtUp = true;
    failure = null;
    rest = null;
    lastReport = now;
    Instant through = committed(completeThrough, now);
    return Optional.of(StreamReport.passed(stream, lease, now, through, sequence));
  }

  /** A poll has failed. */
  Optional<StreamReport> failed(Lease lease, StreamReport.Failure cause, Instant now) {
    if (failure != null && failure.category() == cause.category() && !isDue(now)) {
      return Optional.empty();
    }
    failure = cause;
    rest = null;
    lastReport = now;
    return Optional.of(StreamReport.failed(stream, lease, now, cause));
  }

  /** Reading rests. */
  Optional<StreamReport> rests(Lease lease, StreamReport.Rest why, Instant now) {
    if (rest != null && !isDue(now)) {
      return Optional.empty();
    }
    rest = why;
    failure = null;
    lastReport = now;
    return Optional.of(
        new StreamReport(stream, lease, now, null, false, 0, null, why, Volume.none()));
  }

  /** What was told last under a lease, once more. */
  StreamReport again(Lease lease, Instant now) {
    return new StreamReport(stream, lease, now, null, false, 0, failure, rest, Volume.none());
  }

  private boolean isDue(Instant now) {
    return lastReport.equals(Instant.MIN) || !now.isBefore(lastReport.plus(pause));
  }

  /**
   * How complete what is committed by now must be. A snapshot comes in pages every time, so that
   * its newest pass always has young ones: then it is an earlier pass that counts.
   */
  private @Nullable Instant committed(@Nullable Instant completeThrough, Instant now) {
    if (isOld(lastPage, now)) {
      unclaimed = null;
      return completeThrough;
    }
    Pass earlier = unclaimed;
    if (earlier != null && !isOld(earlier.at(), now)) {
      return null;
    }
    unclaimed = new Pass(now, completeThrough);
    return earlier == null ? null : earlier.completeThrough();
  }

  private static boolean isOld(Instant moment, Instant now) {
    return moment.equals(Instant.MIN) || now.isAfter(moment.plus(COMMITTED_WITHIN));
  }
}
