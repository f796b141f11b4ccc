// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres;

import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.LedgerAccess;
import java.util.List;

/** Publishes scores. */
final class WriteScoresFn extends WriteBatchesFn<ScoreUpdate> {
  private static final long serialVersionUID = 1L;
  private static final int BATCH = 50;

  WriteScoresFn(LedgerAccess access) {
    super(access, BATCH);
  }

  @Override
  void write(Ledger to, List<ScoreUpdate> elements) {
    to.scores().write(elements);
  }
}
