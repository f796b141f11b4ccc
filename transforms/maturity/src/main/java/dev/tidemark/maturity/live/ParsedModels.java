// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.ScoreStore.StoredModel;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Models as they were parsed the last time, for parsing one takes as long as scoring a small
 * organisation. Their texts never change. Safe for use by several threads.
 */
final class ParsedModels {
  private static final int MOST = 8;

  private final Map<String, MaturityModel> parsed =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MaturityModel> eldest) {
          return size() > MOST;
        }
      };

  /** The model of a text that was stored. */
  MaturityModel of(StoredModel stored) {
    synchronized (parsed) {
      return parsed.computeIfAbsent(stored.yaml(), yaml -> MaturityModel.parse(yaml, stored.id()));
    }
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
