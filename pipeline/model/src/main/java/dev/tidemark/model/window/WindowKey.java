// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.window;

import dev.tidemark.model.Stratum;
import java.time.Instant;
import java.util.Objects;

/**
 * Identifies a window of a metric within its stream.
 *
 * @param metric the catalogue's full name
 * @param start inclusive start in UTC, aligned to the grain
 */
public record WindowKey(
    Stratum stratum, String metric, Attributes attributes, Grain grain, Instant start) {
  public WindowKey {
    Objects.requireNonNull(stratum, "stratum");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(attributes, "attributes");
    Objects.requireNonNull(grain, "grain");
    if (!grain.startOf(start).equals(start)) {
      throw new IllegalArgumentException(start + " does not start a window of one " + grain);
    }
  }
}
