// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.ledger.LeaseAnswer;
import dev.tidemark.spi.ledger.LeaseHolder;
import dev.tidemark.spi.ledger.StreamLeases;
import dev.tidemark.spi.ledger.StreamPlan;
import dev.tidemark.spi.ledger.StreamReport;
import dev.tidemark.testkit.InMemoryLedger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * Books that tell when they are asked and closed. Leases are given back, and holders told, only
 * when the test lets them.
 */
final class WatchedBooks implements BooksAccess, StreamLeases {
  private static final long serialVersionUID = 1L;

  final transient CountDownLatch taken = new CountDownLatch(1);
  final transient CountDownLatch askedForHolders = new CountDownLatch(1);
  final transient CountDownLatch askedToRelease = new CountDownLatch(1);
  final transient CountDownLatch mayAnswer = new CountDownLatch(1);
  final transient CountDownLatch closed = new CountDownLatch(1);
  final transient List<String> unfinished = new CopyOnWriteArrayList<>();
  final transient List<String> tooLate = new CopyOnWriteArrayList<>();
  private final transient InMemoryLedger ledger;

  WatchedBooks(InMemoryLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Books open() {
    return new Books(ledger.registry(), this, ledger.rejected(), () -> false, this::close);
  }

  @Override
  public LeaseAnswer take(StreamId stream, Lease lease, PipelineJob job, StreamPlan plan) {
    LeaseAnswer answer = ledger.leases().take(stream, lease, job, plan);
    taken.countDown();
    return answer;
  }

  @Override
  public Map<StreamId, LeaseHolder> holders(Collection<StreamId> streams) {
    begin("holders");
    answerWhenAllowed(askedForHolders);
    end("holders");
    return ledger.leases().holders(streams);
  }

  @Override
  public void release(StreamId stream, Lease lease) {
    begin("release");
    answerWhenAllowed(askedToRelease);
    ledger.leases().release(stream, lease);
    end("release");
  }

  @Override
  public void report(Collection<StreamReport> reports) {
    ledger.leases().report(reports);
  }

  private void begin(String question) {
    unfinished.add(question);
    if (closed.getCount() == 0) {
      tooLate.add(question);
    }
  }

  private void end(String question) {
    if (closed.getCount() > 0) {
      unfinished.remove(question);
    }
  }

  /** A database that is asked does not notice an interruption. */
  private void answerWhenAllowed(CountDownLatch asked) {
    asked.countDown();
    boolean interrupted = false;
    while (true) {
      try {
        mayAnswer.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void close() {
    closed.countDown();
  }
}
