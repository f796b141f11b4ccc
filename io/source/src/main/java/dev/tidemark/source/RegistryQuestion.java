// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.spi.ledger.ConnectorRegistry;
import dev.tidemark.spi.ledger.RegistryChange;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Asks the registry for changes without making the asker wait: asked again and again, it answers
 * once the answer is there. Used by one thread.
 */
final class RegistryQuestion {
  static final int MOST = 500;

  private final ConnectorRegistry registry;
  private final Executor threads;
  private long asked = -1;
  private CompletableFuture<List<RegistryChange>> answer =
      CompletableFuture.completedFuture(List.of());

  RegistryQuestion(ConnectorRegistry registry, Executor threads) {
    this.registry = registry;
    this.threads = threads;
  }

  /**
   * The changes from a version on, once they are known; empty until then. A ledger that does not
   * answer answers with no changes.
   */
  Optional<List<RegistryChange>> changesFrom(long version) {
    if (asked != version) {
      asked = version;
      answer =
          CompletableFuture.supplyAsync(() -> registry.changesAfter(version - 1, MOST), threads)
              .exceptionally(failure -> List.of());
    }
    if (!answer.isDone()) {
      return Optional.empty();
    }
    asked = -1;
    return Optional.of(answer.join());
  }
}
