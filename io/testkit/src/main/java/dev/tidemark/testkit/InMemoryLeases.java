// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.ledger.LeaseAnswer;
import dev.tidemark.spi.ledger.LeaseHolder;
import dev.tidemark.spi.ledger.StreamLeases;
import dev.tidemark.spi.ledger.StreamPlan;
import dev.tidemark.spi.ledger.StreamReport;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who may read a stream, in memory. */
public final class InMemoryLeases implements StreamLeases {
  private final Rows rows;

  InMemoryLeases(Rows rows) {
    this.rows = rows;
  }

  @Override
  public LeaseAnswer take(StreamId stream, Lease lease, PipelineJob job, StreamPlan plan) {
    return rows.transaction(() -> answer(stream, lease, job, plan));
  }

  @Override
  public Map<StreamId, LeaseHolder> holders(Collection<StreamId> streams) {
    return rows.transaction(
        () -> {
          Map<StreamId, LeaseHolder> holders = new TreeMap<>();
          for (StreamId stream : streams) {
            holder(rows.streams.get(stream), stream, holders);
          }
          return holders;
        });
  }

  @Override
  public void release(StreamId stream, Lease lease) {
    rows.transaction(
        () -> {
          StreamRow row = rows.streams.get(stream);
          if (row != null && row.carries(lease)) {
            row.lease = null;
          }
          return stream;
        });
  }

  @Override
  public void report(Collection<StreamReport> reports) {
    rows.transaction(
        () -> {
          reports.forEach(this::apply);
          return reports;
        });
  }

  /** What was reported of a stream under leases it carried, in order. */
  public List<StreamReport> reports(StreamId stream) {
    return rows.uninterrupted(
        () -> {
          StreamRow row = rows.streams.get(stream);
          return row == null ? List.of() : List.copyOf(row.reports);
        });
  }

  /** Takes the lease away from whoever holds it, as a restored database does. */
  public void forget(StreamId stream) {
    rows.uninterrupted(
        () -> {
          StreamRow row = rows.streams.get(stream);
          if (row != null) {
            row.lease = null;
          }
          return stream;
        });
  }

  private LeaseAnswer answer(StreamId stream, Lease lease, PipelineJob job, StreamPlan plan) {
    if (!rows.connectors.containsKey(stream.connector())) {
      return new LeaseAnswer.Gone();
    }
    StreamRow row =
        rows.streams.computeIfAbsent(stream, key -> new StreamRow(plan, rows.clock.instant()));
    PipelineJob holder = row.job;
    if (holder != null && row.heldByLaterThan(job)) {
      return new LeaseAnswer.Superseded(holder);
    }
    row.lease = lease;
    row.job = job;
    row.plan = plan;
    rows.leases.put(lease, job);
    return new LeaseAnswer.Taken(row.sequence, row.cursor);
  }

  private static void holder(
      @Nullable StreamRow row, StreamId stream, Map<StreamId, LeaseHolder> holders) {
    if (row != null && row.lease != null && row.job != null) {
      holders.put(stream, new LeaseHolder(row.lease, row.job));
    }
  }

  private void apply(StreamReport report) {
    StreamRow row = rows.streams.get(report.stream());
    if (row == null || !row.carries(report.lease())) {
      return;
    }
    row.reports.add(report);
    row.take(report.at(), report.volume());
    row.failure = report.failure();
    row.failingSince = report.failure() == null ? null : since(row, report.at());
    if (report.completeThrough() != null) {
      row.completeThrough = report.completeThrough();
    }
  }

  private static Instant since(StreamRow row, Instant now) {
    return row.failingSince == null ? now : row.failingSince;
  }
}
