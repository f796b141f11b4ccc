// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.ScoreStore.StoredModel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Registered models, each parsed once, which takes as long as scoring a small organisation. There
 * are few, and their texts never change. Safe for use by several threads.
 */
final class ParsedModels {
  private final Map<String, MaturityModel> parsed = new ConcurrentHashMap<>();

  /** The model of a text that was stored. */
  MaturityModel of(StoredModel stored) {
    return parsed.computeIfAbsent(stored.yaml(), yaml -> MaturityModel.parse(yaml, stored.id()));
  }

  /** The active model, or the one a first job would activate. */
  MaturityModel active(Ledger ledger) {
    return ledger.scores().models().stream()
        .filter(stored -> stored.status().equals("active"))
        .findFirst()
        .map(this::of)
        .orElseGet(MaturityModel::core);
  }
}
