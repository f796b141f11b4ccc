// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.ledger;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Lease;
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
 */
public record StreamReport(
    StreamId stream,
    Lease lease,
    Instant at,
    @Nullable Instant completeThrough,
    boolean caughtUp,
    @Nullable Failure failure) {
  public StreamReport {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(lease, "lease");
    Objects.requireNonNull(at, "at");
  }

  /** A failed poll: the stream is quarantined until the next try. */
  public record Failure(Category category, String message, Instant nextTry) {}
}
