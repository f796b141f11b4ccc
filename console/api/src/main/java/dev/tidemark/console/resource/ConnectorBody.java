// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connector as it is sent; what is left out is null.
 *
 * @param settings values by option; left out in a change, they stay as they are
 * @param intervals ISO 8601 durations by stream, {@code *} for all that are not named
 * @param budget what a day may cost, by unit
 */
record ConnectorBody(
    @Nullable String type,
    @Nullable String name,
    @Nullable Map<String, @Nullable Object> settings,
    @Nullable List<String> streams,
    @Nullable Map<String, String> intervals,
    @Nullable Map<String, BigDecimal> budget) {
  /** The name that stands for all streams. */
  static final String ALL = "*";

  /** The settings may hold secrets. */
  @Override
  public String toString() {
    return "a connector called " + name;
  }
}
