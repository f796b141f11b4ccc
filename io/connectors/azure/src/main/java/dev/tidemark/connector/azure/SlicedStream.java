// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.SourceStream;
import dev.tidemark.spi.Fetched;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A stream of what happened, asked for by slices of time. Within a slice the source sorts as it
 * pleases; a slice is read whole and sorted here.
 */
interface SlicedStream extends SourceStream<Session> {
  /** How long the source may show things late, or change them. */
  Duration lookback();

  /** The longest slice. */
  Duration widest();

  /**
   * What happened in a slice, in any order; empty where that is more than so much.
   *
   * @param from inclusive
   * @param to exclusive
   * @param most {@link Integer#MAX_VALUE} where a slice cannot be made shorter
   */
  Optional<Slice> slice(Session session, Instant from, Instant to, int most);

  /**
   * Told of each happening in order, with what is remembered of earlier ones.
   *
   * @param memory small; goes into the cursor
   */
  default void pass(Happening happening, SortedMap<String, Instant> memory) {}

  @Override
  default Fetched fetch(Session session, PageDraft draft) {
    return new SlicedPass(this, session, draft).page();
  }
}
