// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.spi.ledger.ConnectorRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each connector in use in this JVM may cost, and has cost today by its ledger: other JVMs may
 * read it too, and earlier runs did. Safe for use by several threads.
 */
final class CostGuards {
  private final ConnectorRegistry registry;
  private final InstantSource clock;
  private final Map<ConnectorId, CostGuard> guards = new ConcurrentHashMap<>();

  CostGuards(ConnectorRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /** The guard of a connector that may cost so much from now on; asks the ledger, so it blocks. */
  CostGuard of(ConnectorId connector, Cost budget) {
    CostGuard guard = guards.computeIfAbsent(connector, unused -> new CostGuard(clock));
    guard.allow(budget);
    if (guard.isBounded()) {
      learn(List.of(connector));
    }
    return guard;
  }

  /** Asks the ledger what was spent; blocks. */
  void refresh() {
    List<ConnectorId> bounded =
        guards.entrySet().stream()
            .filter(entry -> entry.getValue().isBounded())
            .map(Map.Entry::getKey)
            .toList();
    if (!bounded.isEmpty()) {
      learn(bounded);
    }
  }

  private void learn(List<ConnectorId> connectors) {
    Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
    registry
        .spent(connectors, today)
        .forEach(
            (connector, spent) ->
                guards.computeIfPresent(
                    connector,
                    (id, guard) -> {
                      guard.learn(today, spent);
                      return guard;
                    }));
  }
}
