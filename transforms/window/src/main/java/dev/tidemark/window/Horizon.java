// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.window.Grain;
import java.time.Duration;
import java.time.Instant;

/** Which windows of a stream are kept at hand: those that late data may still reach. */
record Horizon(Duration lateness, int mostWindows) {
  /** What the design allows data to be late, and what a busy stream needs for it. */
  static final Horizon STANDARD = new Horizon(Duration.ofDays(7), 20_000);

  Horizon {
    if (lateness.isNegative() || mostWindows < 1) {
      throw new IllegalArgumentException("lateness is not negative and some windows are kept");
    }
  }

  /** The first instant at which an open window starts; the longest window ends a day later. */
  Instant openSince(Instant now) {
    return now.minus(lateness).minus(Grain.DAY.length());
  }
}
