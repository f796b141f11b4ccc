// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.ledger;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.spi.Category;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How reading a stream went last.
 *
 * @param at when
 * @param completeThrough everything up to here has been read; null where this poll did not move it
 * @param caughtUp whether a whole pass ended with it
 * @param sequence the last page read until then: what was read is caught up once that is committed
 * @param failure what went wrong; null where nothing did
 * @param rest reading rests on purpose; null where it does not
 * @param volume what polls since the last report took that no page tells of: they found nothing
 *     new, or failed
 */
public record StreamReport(
    StreamId stream,
    Lease lease,
    Instant at,
    @Nullable Instant completeThrough,
    boolean caughtUp,
    long sequence,
    @Nullable Failure failure,
    @Nullable Rest rest,
    Volume volume) {
  public StreamReport {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(lease, "lease");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(volume, "volume");
  }

  /** A whole pass has ended with the page of that sequence. */
  public static StreamReport passed(
      StreamId stream, Lease lease, Instant at, @Nullable Instant completeThrough, long sequence) {
    return new StreamReport(
        stream, lease, at, completeThrough, true, sequence, null, null, Volume.none());
  }

  /** A poll has failed. */
  public static StreamReport failed(StreamId stream, Lease lease, Instant at, Failure failure) {
    return new StreamReport(stream, lease, at, null, false, 0, failure, null, Volume.none());
  }

  /** The same, with what polls took. */
  public StreamReport with(Volume taken) {
    return new StreamReport(
        stream, lease, at, completeThrough, caughtUp, sequence, failure, rest, volume.plus(taken));
  }

  /** A failed poll: the stream is quarantined until the next try. */
  public record Failure(Category category, String message, Instant nextTry) {}

  /** Nothing is read until then, for a reason that is no failure, such as a spent budget. */
  public record Rest(String reason, Instant until) {}
}
