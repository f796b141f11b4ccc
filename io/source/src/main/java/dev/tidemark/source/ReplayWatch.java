// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.KeptRecord;
import dev.tidemark.spi.ledger.RejectedStore;
import java.util.Collection;
import java.util.Set;

/**
 * Looks whether somebody asked to read rejected records again, and hands them to the streams that
 * passed them over, a page at a time.
 */
final class ReplayWatch {
  /** Rejected records may be large, and a page of them stays in memory until it is taken. */
  private static final int MOST = 500;

  private final RejectedStore rejected;

  ReplayWatch(RejectedStore rejected) {
    this.rejected = rejected;
  }

  /** Looks once; blocks. */
  void look(Collection<PolledStream> streams) {
    Set<StreamId> awaiting = rejected.awaiting();
    if (awaiting.isEmpty()) {
      return;
    }
    for (PolledStream stream : streams) {
      if (awaiting.contains(stream.assignment().stream())) {
        stream.lease().ifPresent(lease -> stream.readAgain(lease, next(stream)));
      }
    }
  }

  private Collection<RejectedStore.Waiting> next(PolledStream stream) {
    Collection<KeptRecord> underWay = stream.readingAgain();
    return rejected.waiting(stream.assignment().stream(), underWay, MOST);
  }
}
