// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.ledger.LeaseAnswer;
import dev.tidemark.spi.ledger.LeaseHolder;
import dev.tidemark.spi.ledger.StreamLeases;
import dev.tidemark.spi.ledger.StreamPlan;
import dev.tidemark.spi.ledger.StreamReport;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leases within one JVM, for a pipeline without a database: the cursor comes from the restriction
 * the engine keeps. Reports go nowhere; failures are logged where they happen.
 */
final class LocalLeases implements StreamLeases {
  private final Map<StreamId, LeaseHolder> holders = new ConcurrentHashMap<>();
  private final Map<StreamId, Cursor> starts = new ConcurrentHashMap<>();

  /** Where the next lease on a stream goes on from. */
  void startAt(StreamId stream, Cursor cursor) {
    starts.put(stream, cursor);
  }

  @Override
  public LeaseAnswer take(StreamId stream, Lease lease, PipelineJob job, StreamPlan plan) {
    holders.put(stream, new LeaseHolder(lease, job));
    return new LeaseAnswer.Taken(0, starts.getOrDefault(stream, Cursor.start()));
  }

  @Override
  public Map<StreamId, LeaseHolder> holders(Collection<StreamId> streams) {
    Map<StreamId, LeaseHolder> held = new ConcurrentHashMap<>(holders);
    held.keySet().retainAll(streams);
    return held;
  }

  @Override
  public void release(StreamId stream, Lease lease) {
    holders.computeIfPresent(stream, (key, held) -> held.lease().equals(lease) ? null : held);
  }

  @Override
  public void report(Collection<StreamReport> reports) {}
}
