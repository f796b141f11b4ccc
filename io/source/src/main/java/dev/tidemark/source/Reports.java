// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.StreamId;
import dev.tidemark.spi.ledger.LedgerException;
import dev.tidemark.spi.ledger.StreamLeases;
import dev.tidemark.spi.ledger.StreamReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what streams have to report and writes it in batches, the newest of each stream. What
 * could not be written is kept for the next time. Safe for use by several threads.
 */
final class Reports {
  private static final int BATCH = 1_000;

  private final StreamLeases leases;
  private final Map<StreamId, StreamReport> pending = new HashMap<>();

  Reports(StreamLeases leases) {
    this.leases = leases;
  }

  /** Takes a report to be written soon. */
  synchronized void offer(StreamReport report) {
    pending.merge(report.stream(), report, Reports::merge);
  }

  /** Writes what has come in. */
  void flush() {
    List<StreamReport> reports = take();
    while (!reports.isEmpty()) {
      write(reports);
      reports = take();
    }
  }

  private void write(List<StreamReport> reports) {
    try {
      leases.report(reports);
    } catch (LedgerException e) {
      reports.forEach(this::restore);
      throw e;
    }
  }

  private synchronized List<StreamReport> take() {
    List<StreamReport> taken = new ArrayList<>(pending.values());
    if (taken.size() > BATCH) {
      taken = new ArrayList<>(taken.subList(0, BATCH));
    }
    taken.forEach(report -> pending.remove(report.stream()));
    return taken;
  }

  private synchronized void restore(StreamReport older) {
    pending.merge(older.stream(), older, (newer, restored) -> merge(restored, newer));
  }

  /** What is newer counts; having caught up and completeness are not unsaid by it. */
  private static StreamReport merge(StreamReport older, StreamReport newer) {
    if (!older.lease().equals(newer.lease())) {
      return newer;
    }
    return new StreamReport(
        newer.stream(),
        newer.lease(),
        newer.at(),
        newer.completeThrough() == null ? older.completeThrough() : newer.completeThrough(),
        older.caughtUp() || newer.caughtUp(),
        older.caughtUp() ? older.sequence() : newer.sequence(),
        newer.failure(),
        newer.rest(),
        older.volume().plus(newer.volume()));
  }
}
