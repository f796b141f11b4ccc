// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import java.time.Duration;
import java.time.Instant;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;

/**
 * Between {@code java.time}, which Tidemark uses, and Joda time, which Beam uses: the one place
 * where both meet. Joda knows milliseconds only; what is finer is cut off towards the past.
 */
public final class Times {
  private Times() {}

  /**
   * The same instant for Beam. Instants outside what Beam can tell become the earliest or the
   * latest it can.
   */
  public static org.joda.time.Instant joda(Instant instant) {
    if (instant.isBefore(java(BoundedWindow.TIMESTAMP_MIN_VALUE))) {
      return BoundedWindow.TIMESTAMP_MIN_VALUE;
    }
    if (instant.isAfter(java(BoundedWindow.TIMESTAMP_MAX_VALUE))) {
      return BoundedWindow.TIMESTAMP_MAX_VALUE;
    }
    return org.joda.time.Instant.ofEpochMilli(instant.toEpochMilli());
  }

  public static org.joda.time.Duration joda(Duration duration) {
    return org.joda.time.Duration.millis(duration.toMillis());
  }

  public static Instant java(org.joda.time.ReadableInstant instant) {
    return Instant.ofEpochMilli(instant.getMillis());
  }

  public static Duration java(org.joda.time.ReadableDuration duration) {
    return Duration.ofMillis(duration.getMillis());
  }
}
