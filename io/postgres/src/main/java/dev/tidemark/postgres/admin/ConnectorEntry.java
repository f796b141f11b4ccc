// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.stream.Cost;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A configured connector, without its settings.
 *
 * @param status {@code ACTIVE} or {@code PAUSED}
 * @param budget what reading it may cost in a day of UTC
 * @param version greater than all that were committed in the registry before
 * @param lastSync when something of it was last committed, to about ten seconds; null if never
 */
public record ConnectorEntry(
    ConnectorId id,
    OrganisationId organisation,
    String type,
    String name,
    String status,
    Set<String> streams,
    Map<String, Duration> intervals,
    Cost budget,
    long version,
    @Nullable Instant lastSync,
    Instant createdAt) {
  /** What could be changed of it. */
  public ConnectorPlan plan() {
    return new ConnectorPlan(name, streams, intervals, budget);
  }
}
