// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.spi.options.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A connector to be added.
 *
 * @param name unique within the organisation
 * @param settings JSON object of option names and values, validated by the caller
 * @param streams names of the streams to read, empty for all its type offers
 * @param intervals poll intervals that differ from the default, by stream name; the empty name
 *     stands for all
 * @param budget what reading it may cost in a day of UTC; a unit that is not named is not bounded
 */
public record NewConnector(
    OrganisationId organisation,
    String type,
    String name,
    Secret settings,
    Set<String> streams,
    Map<String, Duration> intervals,
    Cost budget) {
  public NewConnector {
    if (type.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("a connector needs a type and a name");
    }
    streams = Set.copyOf(streams);
    intervals = Map.copyOf(intervals);
    Objects.requireNonNull(budget, "budget");
  }

  /** A connector whose costs are not bounded. */
  public NewConnector(
      OrganisationId organisation,
      String type,
      String name,
      Secret settings,
      Set<String> streams,
      Map<String, Duration> intervals) {
    this(organisation, type, name, settings, streams, intervals, Cost.none());
  }
}
