// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.spi.options.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * A connector to be added.
 *
 * @param name unique within the organisation
 * @param settings JSON object of option names and values, validated by the caller
 * @param streams names of the streams to read, empty for all its type offers
 * @param intervals poll intervals that differ from the default, by stream name; the empty name
 *     stands for all
 */
public record NewConnector(
    OrganisationId organisation,
    String type,
    String name,
    Secret settings,
    Set<String> streams,
    Map<String, Duration> intervals) {
  public NewConnector {
    if (type.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("a connector needs a type and a name");
    }
    streams = Set.copyOf(streams);
    intervals = Map.copyOf(intervals);
  }
}
