// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.stream.Cursor;

/**
 * What a polling step claims before it emits.
 *
 * @param count the count of what it emits, ascending
 * @param cursor where reading goes on after it, for a pipeline without a database
 */
record PollClaim(long count, Cursor cursor) {
  static PollClaim of(long count) {
    return new PollClaim(count, Cursor.start());
  }

  /** Claims all that is left: nothing more comes. */
  static PollClaim end() {
    return of(Long.MAX_VALUE);
  }
}
