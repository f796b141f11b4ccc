// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.ledger;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.CommitOutcome;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has been applied of each stream. */
public interface StreamStore {
  /**
   * The stream's row with its open windows and counters, read in one snapshot; empty if the row
   * does not carry the lease.
   *
   * @param openSince windows that start earlier are left out, unless they hold a tail
   */
  Optional<StreamState> load(StreamId stream, Lease lease, Instant openSince);

  /**
   * Committed windows of a stream by key, for changes older than the open windows; missing ones are
   * left out.
   */
  Map<WindowKey, WindowChange> windows(StreamId stream, Collection<WindowKey> keys);

  /**
   * Applies commits, in order per stream, in one transaction in which each commit is all or
   * nothing.
   *
   * @return one outcome per commit, in the order given
   */
  List<CommitOutcome> commit(List<StreamCommit> commits);
}
