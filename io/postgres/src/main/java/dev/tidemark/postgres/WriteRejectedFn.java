// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres;

import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.LedgerAccess;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;

/** Gathers the dead letters of a bundle and hands them to the ledger. */
final class WriteRejectedFn extends DoFn<RejectedRecord, Void> {
  private static final int BATCH = 500;

  private final LedgerAccess access;
  private transient Ledger ledger;
  private transient List<RejectedRecord> pending;

  WriteRejectedFn(LedgerAccess access) {
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
  public void gather(@Element RejectedRecord rejected) {
    pending.add(rejected);
    if (pending.size() >= BATCH) {
      write();
    }
  }

  @FinishBundle
  public void write() {
    List<RejectedRecord> records = pending;
    pending = new ArrayList<>();
    ledger.rejected().keep(records);
  }

  @Teardown
  public void close() {
    ledger.close();
  }
}
