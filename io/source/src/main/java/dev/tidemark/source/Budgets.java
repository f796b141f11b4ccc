// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.spi.Budget;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The budgets of every credential in use in this JVM. Safe for use by several threads. */
final class Budgets {
  private final InstantSource clock;
  private final Map<Key, CredentialBudget> budgets = new ConcurrentHashMap<>();

  Budgets(InstantSource clock) {
    this.clock = clock;
  }

  private record Key(String connectorType, String credential) {}

  /** The budget all streams of a credential share. */
  CredentialBudget of(String connectorType, String credential, Budget budget) {
    return budgets.computeIfAbsent(
        new Key(connectorType, credential), key -> new CredentialBudget(budget, clock));
  }
}
