// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import org.joda.time.Instant;

/** The wall clock as a watermark. */
final class WallClock {
  private WallClock() {}

  /** Now, unless the clock went back. */
  static Instant notBefore(Instant earlier) {
    Instant now = Instant.now();
    return now.isAfter(earlier) ? now : earlier;
  }
}
