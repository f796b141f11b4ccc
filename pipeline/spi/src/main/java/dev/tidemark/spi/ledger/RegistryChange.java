// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.ledger;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the registry as it is now.
 *
 * @param connector null where the entry is about the organisation itself
 */
public record RegistryChange(
    long version, OrganisationId organisation, @Nullable ActiveConnector connector) {

  /**
   * A connector to be read.
   *
   * @param streams names of the streams to read, empty for all its type offers
   * @param intervals poll intervals that differ from the default, by stream name; the empty name
   *     stands for all
   */
  public record ActiveConnector(
      ConnectorId id, String type, Set<String> streams, Map<String, Duration> intervals) {
    public ActiveConnector {
      streams = Set.copyOf(streams);
      intervals = Map.copyOf(intervals);
    }
  }
}
