// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.LedgerAccess;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Commits streams with our code, batched as our own step batches. */
final class CommitSink implements Sink<StreamCommit> {
  private final LedgerAccess access;

  CommitSink(LedgerAccess access) {
    this.access = access;
  }

  @Override
  public SinkWriter<StreamCommit> createWriter(WriterInitContext context) {
    return new Writer(access.open(), context.getProcessingTimeService());
  }

  /** What Flink asks for where it knows no better; it does not here. */
  @Deprecated
  @Override
  public SinkWriter<StreamCommit> createWriter(InitContext context) {
    return new Writer(access.open(), context.getProcessingTimeService());
  }

  private static final class Writer implements SinkWriter<StreamCommit> {
    private final Ledger ledger;
    private final ProcessingTimeService time;
    private final CommitQueue queue;
    private ScheduledFuture<?> next;

    Writer(Ledger ledger, ProcessingTimeService time) {
      this.ledger = ledger;
      this.time = time;
      this.queue = new CommitQueue(ledger.streams());
      this.next = later();
    }

    private ScheduledFuture<?> later() {
      long at = time.getCurrentProcessingTime() + CommitQueue.LONGEST.toMillis();
      return time.registerTimer(
          at,
          now -> {
            queue.flushIfDue();
            next = later();
          });
    }

    @Override
    public void write(StreamCommit commit, Context context) {
      queue.add(commit);
    }

    @Override
    public void flush(boolean endOfInput) {
      queue.flush();
    }

    @Override
    public void close() {
      next.cancel(false);
      ledger.close();
    }
  }
}
