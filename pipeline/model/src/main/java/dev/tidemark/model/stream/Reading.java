// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import java.time.Instant;
import java.util.Objects;

/**
 * The newest state of a cumulative counter.
 *
 * @param value the counter since {@code start}
 * @param start when the counter last began at zero, {@link Instant#EPOCH} where the source does not
 *     say
 * @param at when it was read
 * @param movedAt when it was last seen to have moved, {@link Instant#EPOCH} if never
 */
public record Reading(SeriesKey series, double value, Instant start, Instant at, Instant movedAt) {
  public Reading {
    Objects.requireNonNull(series, "series");
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(movedAt, "movedAt");
    if (!Double.isFinite(value) || value < 0) {
      throw new IllegalArgumentException("a counter is finite and not negative, not " + value);
    }
  }
}
