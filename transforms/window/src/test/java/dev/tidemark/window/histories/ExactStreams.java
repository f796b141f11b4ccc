// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window.histories;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.CommitOutcome;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.StreamState;
import dev.tidemark.spi.ledger.StreamStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows a commit that was applied before by its content, not by its sequence alone: another
 * instance under the same lease may have brought the row to the same sequence with other pages.
 */
final class ExactStreams implements StreamStore {
  private final Ledger ledger;
  private @Nullable StreamCommit applied;

  ExactStreams(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Optional<StreamState> load(StreamId stream, Lease lease, Instant openSince) {
    return ledger.streams().load(stream, lease, openSince);
  }

  @Override
  public Map<WindowKey, WindowChange> windows(StreamId stream, Collection<WindowKey> keys) {
    return ledger.streams().windows(stream, keys);
  }

  @Override
  public List<CommitOutcome> commit(List<StreamCommit> commits) {
    return commits.stream().map(this::commit).toList();
  }

  private CommitOutcome commit(StreamCommit commit) {
    if (isAtItsSequence(commit) && !commit.equals(applied)) {
      ledger.leases().release(commit.stream(), commit.lease());
      return new CommitOutcome.Refused(commit.stream(), "other pages brought the row there", null);
    }
    CommitOutcome outcome = ledger.streams().commit(List.of(commit)).get(0);
    if (outcome instanceof CommitOutcome.Accepted) {
      applied = commit;
    }
    return outcome;
  }

  private boolean isAtItsSequence(StreamCommit commit) {
    return load(commit.stream(), commit.lease(), Instant.MAX)
        .filter(row -> row.sequence() == commit.sequence())
        .isPresent();
  }
}
