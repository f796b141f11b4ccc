// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.ledger;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import java.util.Collection;
import java.util.Map;

/** Who may read a stream. */
public interface StreamLeases {
  /**
   * Writes the lease to the stream's row (made if it is not there) and answers where reading goes
   * on. Refused if a later job holds the stream or the connector is gone.
   *
   * @param plan what the stream's readers expect of it, kept in the row for freshness
   */
  LeaseAnswer take(StreamId stream, Lease lease, PipelineJob job, StreamPlan plan);

  /** Who holds these streams now; a stream without a holder is left out. */
  Map<StreamId, LeaseHolder> holders(Collection<StreamId> streams);

  /** Lets go of a stream if it still carries the lease. */
  void release(StreamId stream, Lease lease);

  /**
   * Records how reading goes, for people and for freshness; applied only where the row carries the
   * lease.
   */
  void report(Collection<StreamReport> reports);
}
