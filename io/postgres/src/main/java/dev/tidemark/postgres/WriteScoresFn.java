// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres;

import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.LedgerAccess;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;

/** Gathers the scores of a bundle and hands them to the ledger. */
final class WriteScoresFn extends DoFn<ScoreUpdate, Void> {
  private static final int BATCH = 50;

  private final LedgerAccess access;
  private transient Ledger ledger;
  private transient List<ScoreUpdate> pending;

  WriteScoresFn(LedgerAccess access) {
    this.access = access;
  }

  @Setup
  public void open() {
    ledger = access.open();
  }

  @StartBundle
  public void begin() {
    pending = new ArrayList<>();
  }

  @ProcessElement
  public void gather(@Element ScoreUpdate update) {
    pending.add(update);
    if (pending.size() >= BATCH) {
      write();
    }
  }

  @FinishBundle
  public void write() {
    List<ScoreUpdate> updates = pending;
    pending = new ArrayList<>();
    ledger.scores().write(updates);
  }

  @Teardown
  public void close() {
    ledger.close();
  }
}
