// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.window.Grain;
import java.time.Duration;
import java.time.Instant;

/**
 * Which windows of a stream are kept at hand: those that late data may still reach. Others are
 * fetched when they are asked for.
 *
 * @param lateness how long after its time data may come without a fetch
 * @param mostWindows how many windows may be at hand before closed ones are forgotten
 */
public record Horizon(Duration lateness, int mostWindows) {
  /** What the design allows data to be late, and what a busy stream needs for it. */
  public static final Horizon STANDARD = new Horizon(Duration.ofDays(7), 20_000);

  public Horizon {
    if (lateness.isNegative() || mostWindows < 1) {
      throw new IllegalArgumentException("lateness is not negative and some windows are kept");
    }
  }

  /** The first instant at which an open window starts; the longest window ends a day later. */
  public Instant openSince(Instant now) {
    return now.minus(lateness).minus(Grain.DAY.length());
  }
}
