// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.spi.ledger.ScoreStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private Map<String, ModelScorer> current = Map.of();
  private @Nullable Instant asked;

  ModelsInForce(ScoreStore store) {
    this.store = store;
  }

  /** Scorers by the models' references, the active one first. */
  Map<String, ModelScorer> at(Instant now) {
    if (asked == null || Duration.between(asked, now).abs().compareTo(FRESH) > 0) {
      current = ask();
      asked = now;
    }
    return current;
  }

  private Map<String, ModelScorer> ask() {
    Map<String, ModelScorer> scorers = new LinkedHashMap<>();
    for (ScoreStore.StoredModel model : store.models()) {
      scorers.put(
          model.id(),
          Objects.requireNonNull(
              read.computeIfAbsent(
                  model.id(),
                  id -> new ModelScorer(MaturityModel.parse(model.yaml(), model.id())))));
    }
    return scorers;
  }
}
