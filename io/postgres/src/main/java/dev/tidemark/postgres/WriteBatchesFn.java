// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres;

import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.LedgerAccess;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;

/** Gathers the elements of a bundle and hands them to the ledger, so many at a time at most. */
abstract class WriteBatchesFn<T> extends DoFn<T, Void> {
  private static final long serialVersionUID = 1L;

  private final LedgerAccess access;
  private final int batch;
  private transient Ledger ledger;
  private transient List<T> pending;

  WriteBatchesFn(LedgerAccess access, int batch) {
    this.access = access;
    this.batch = batch;
  }

  /** Hands elements to the ledger. */
  abstract void write(Ledger to, List<T> elements);

  @Setup
  public void open() {
    ledger = access.open();
  }

  @StartBundle
  public void begin() {
    pending = new ArrayList<>();
  }

  @ProcessElement
  public void gather(@Element T element) {
    pending.add(element);
    if (pending.size() >= batch) {
      flush();
    }
  }

  @FinishBundle
  public void flush() {
    List<T> elements = pending;
    pending = new ArrayList<>();
    write(ledger, elements);
  }

  @Teardown
  public void close() {
    ledger.close();
  }
}
