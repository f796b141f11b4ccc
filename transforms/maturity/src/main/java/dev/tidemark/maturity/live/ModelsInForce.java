// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.spi.ledger.ScoreStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The active model and its shadows, asked for again now and then, each read once. Not safe for use
 * by several threads.
 */
final class ModelsInForce {
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final ScoreStore store;
  private final Map<String, ModelScorer> read = new HashMap<>();
  private List<InForce> current = List.of();
  private @Nullable Instant asked;

  ModelsInForce(ScoreStore store) {
    this.store = store;
  }

  /** The models, the active one first. */
  List<InForce> at(Instant now) {
    if (asked == null || Duration.between(asked, now).abs().compareTo(FRESH) > 0) {
      current = store.models().stream().map(this::inForce).toList();
      asked = now;
    }
    return current;
  }

  private InForce inForce(ScoreStore.StoredModel model) {
    ModelScorer scorer = read.computeIfAbsent(model.id(), id -> ModelScorer.of(model));
    return new InForce(model.id(), model.status(), Objects.requireNonNull(scorer));
  }

  /** A model that scores, by its reference. */
  record InForce(String id, String status, ModelScorer scorer) {
    /** Whether its scores are those published; those of a shadow are only kept. */
    boolean counts() {
      return status.equals("active");
    }
  }
}
