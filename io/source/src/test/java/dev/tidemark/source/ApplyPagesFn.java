// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.stream.Page;
import dev.tidemark.spi.ledger.LedgerException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.beam.sdk.transforms.DoFn;

/** Hands pages to an {@link AppliedPages} of the same JVM. */
final class ApplyPagesFn extends DoFn<Page, Void> {
  private static final long serialVersionUID = 1L;
  private static final Map<UUID, AppliedPages> REACHABLE = new ConcurrentHashMap<>();

  private final UUID id = UUID.randomUUID();

  static ApplyPagesFn to(AppliedPages pages) {
    ApplyPagesFn fn = new ApplyPagesFn();
    REACHABLE.put(fn.id, pages);
    return fn;
  }

  @ProcessElement
  public void process(@Element Page page) {
    AppliedPages pages = REACHABLE.get(id);
    while (pages != null && !isApplied(page, pages)) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  /** A ledger that is down holds the pipeline up, it does not break it. */
  private static boolean isApplied(Page page, AppliedPages pages) {
    try {
      pages.apply(page);
      return true;
    } catch (LedgerException e) {
      return Thread.currentThread().isInterrupted();
    }
  }
}
