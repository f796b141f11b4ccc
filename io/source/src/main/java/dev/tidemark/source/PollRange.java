// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.stream.Cursor;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The restriction of a step that polls: it only counts. What was applied of a stream the database
 * knows, so nothing of it stands here; a pipeline without a database keeps its cursor.
 *
 * @param element tells elements for the same stream apart
 * @param from the next count to be claimed
 * @param to exclusive end; {@link Long#MAX_VALUE} for none
 * @param cursor where reading goes on if no database knows; otherwise the start
 */
record PollRange(long element, long from, long to, Cursor cursor) {
  PollRange {
    Objects.requireNonNull(cursor, "cursor");
    if (from > to) {
      throw new IllegalArgumentException("a range does not go from " + from + " to " + to);
    }
  }

  /** The restriction of a new element. */
  static PollRange start() {
    long element = ThreadLocalRandom.current().nextLong();
    return new PollRange(element, 0, Long.MAX_VALUE, Cursor.start());
  }

  PollRange until(long end) {
    return new PollRange(element, from, end, cursor);
  }

  PollRange after(long begin, Cursor at) {
    return new PollRange(element, begin, to, at);
  }
}
