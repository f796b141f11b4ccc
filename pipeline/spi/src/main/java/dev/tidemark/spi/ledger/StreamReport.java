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
    @Nullable Failure failure,
    @Nullable Rest rest,
    Volume volume) {
  public StreamReport {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(lease, "lease");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(volume, "volume");
  }

  /** A report of a stream that reads on and took nothing but its pages. */
  public StreamReport(
      StreamId stream,
      Lease lease,
      Instant at,
      @Nullable Instant completeThrough,
      boolean caughtUp,
      @Nullable Failure failure) {
    this(stream, lease, at, completeThrough, caughtUp, failure, null, Volume.none());
  }

  /** The same, with what polls took. */
  public StreamReport with(Volume taken) {
    return new StreamReport(
        stream, lease, at, completeThrough, caughtUp, failure, rest, volume.plus(taken));
  }

  /** A failed poll: the stream is quarantined until the next try. */
  public record Failure(Category category, String message, Instant nextTry) {}

  /** Nothing is read until then, for a reason that is no failure, such as a spent budget. */
  public record Rest(String reason, Instant until) {}
}
