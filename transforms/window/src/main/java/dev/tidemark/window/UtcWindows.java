// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.beam.Times;
import dev.tidemark.model.window.Grain;
import java.time.Instant;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;

/** The fixed windows, in UTC, as Beam assigns them. */
public final class UtcWindows {
  private static final FixedWindows HOURS = fixed(Grain.HOUR);
  private static final FixedWindows DAYS = fixed(Grain.DAY);

  private UtcWindows() {}

  /** The windows of a grain, for {@code Window.into}. */
  public static FixedWindows of(Grain grain) {
    return switch (grain) {
      case HOUR -> HOURS;
      case DAY -> DAYS;
    };
  }

  /** The start of the window an instant falls into. */
  public static Instant startOf(Grain grain, Instant instant) {
    return Times.java(of(grain).assignWindow(Times.joda(instant)).start());
  }

  private static FixedWindows fixed(Grain grain) {
    return FixedWindows.of(Times.joda(grain.length()));
  }
}
