// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import java.time.Instant;

/**
 * Instants as nanoseconds since 1970, for what must come back exactly as it was: whether a counter
 * was reset is decided by equality. Years before 1678 and after 2261 become the nearest there is.
 */
final class Nanoseconds {
  private static final long PER_SECOND = 1_000_000_000;
  private static final long LIMIT = Long.MAX_VALUE / PER_SECOND - 1;

  private Nanoseconds() {}

  static long of(Instant instant) {
    long seconds = Math.max(-LIMIT, Math.min(LIMIT, instant.getEpochSecond()));
    return seconds * PER_SECOND + instant.getNano();
  }

  static Instant instant(long nanoseconds) {
    return Instant.ofEpochSecond(0, nanoseconds);
  }
}
