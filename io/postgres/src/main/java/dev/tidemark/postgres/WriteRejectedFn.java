// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres;

import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.LedgerAccess;
import java.util.List;

/** Keeps dead letters. */
final class WriteRejectedFn extends WriteBatchesFn<RejectedRecord> {
  private static final long serialVersionUID = 1L;
  private static final int BATCH = 500;

  WriteRejectedFn(LedgerAccess access) {
    super(access, BATCH);
  }

  @Override
  void write(Ledger to, List<RejectedRecord> elements) {
    to.rejected().keep(elements);
  }
}
