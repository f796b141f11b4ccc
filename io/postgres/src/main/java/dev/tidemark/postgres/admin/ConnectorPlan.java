// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.model.stream.Cost;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What can be changed of a connector besides its settings.
 *
 * @param name unique within the organisation
 * @param streams names of the streams to read, empty for all its type offers
 * @param intervals poll intervals that differ from the default, by stream name; the empty name
 *     stands for all
 * @param budget what reading it may cost in a day of UTC
 */
public record ConnectorPlan(
    String name, Set<String> streams, Map<String, Duration> intervals, Cost budget) {
  public ConnectorPlan {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a connector needs a name");
    }
    streams = Set.copyOf(streams);
    intervals = Map.copyOf(intervals);
    Objects.requireNonNull(budget, "budget");
  }
}
