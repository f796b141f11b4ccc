// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.model.stream.CommitOutcome;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.spi.ledger.StreamStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers commits as our sink does: those of 50 ms in one transaction, 500 at most. Not safe for
 * use by several threads.
 */
final class CommitQueue {
  static final Duration LONGEST = Duration.ofMillis(50);
  private static final int MOST = 500;

  private final StreamStore store;
  private List<StreamCommit> pending = new ArrayList<>();
  private long first;

  CommitQueue(StreamStore store) {
    this.store = store;
  }

  void add(StreamCommit commit) {
    if (pending.isEmpty()) {
      first = System.nanoTime();
    }
    pending.add(commit);
    if (pending.size() >= MOST) {
      flush();
    }
  }

  /** Commits what has waited long enough. */
  void flushIfDue() {
    if (!pending.isEmpty() && System.nanoTime() - first >= LONGEST.toNanos()) {
      flush();
    }
  }

  /**
   * Commits what waits.
   *
   * @throws IllegalStateException if anything is refused
   */
  void flush() {
    List<StreamCommit> commits = pending;
    pending = new ArrayList<>();
    for (CommitOutcome outcome :
        commits.isEmpty() ? List.<CommitOutcome>of() : store.commit(commits)) {
      if (outcome instanceof CommitOutcome.Refused refused) {
        throw new IllegalStateException("a commit was refused: " + refused);
      }
    }
  }
}
