// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.Assignment;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.stream.KeptRecord;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.ledger.LeaseAnswer;
import dev.tidemark.spi.ledger.RejectedStore.Waiting;
import dev.tidemark.spi.ledger.StreamReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far reading a stream has come: position, pages read ahead, when it goes on, and what is told
 * of it. Not safe for use by several threads.
 */
final class StreamProgress {
  private final Polling polling;
  private final HeldLeases.Visits visits;
  private final StreamReader reader;
  private final Schedule schedule;
  private final PageQueue pages;
  private final PollRecord record;
  private final Allowance allowance;
  private final Set<KeptRecord> readingAgain = new HashSet<>();
  private final Naps naps = new Naps();

  StreamProgress(Polling polling, HeldLeases.Visits visits, Assignment assignment, long seed) {
    this.polling = polling;
    this.visits = visits;
    this.reader = new StreamReader(assignment.stream(), assignment.connectorType());
    this.schedule = new Schedule(assignment.interval(), seed, polling.clock().instant());
    this.pages = new PageQueue(polling.pool());
    this.record = new PollRecord(assignment, polling.reports());
    this.allowance = new Allowance(schedule);
  }

  PollRecord record() {
    return record;
  }

  Optional<Lease> lease() {
    return reader.lease();
  }

  boolean holds(Lease lease) {
    return reader.holds(lease);
  }

  /** Goes on from the committed row under a lease just taken. */
  void begin(Lease lease, LeaseAnswer.Taken taken) {
    letGo();
    reader.begin(lease, taken);
    polling.held().add(lease, visits);
    record.begin();
    schedule.postpone(now());
  }

  /** Forgets the lease and everything read under it; what was taken is still told. */
  void letGo() {
    reader.lease().ifPresent(lease -> record.end(lease, now()));
    reader.lease().ifPresent(polling.held()::remove);
    reader.letGo();
    pages.clear();
    readingAgain.clear();
  }

  /**
   * Rejected records that are being read again. What was handed over under a lease is on its way as
   * long as the lease is held, for its commit may be.
   */
  Collection<KeptRecord> readingAgain() {
    return List.copyOf(readingAgain);
  }

  /**
   * Takes rejected records to be read again under that lease; nothing where it is lost or there is
   * no room for a page.
   */
  void readAgain(Lease lease, Collection<Waiting> records, @Nullable OpenConnector open) {
    boolean holds = open != null && reader.holds(lease) && !records.isEmpty();
    if (open != null && holds && !pages.isFull() && polling.pool().reserve()) {
      records.forEach(waiting -> readingAgain.add(waiting.record()));
      pages.add(reader.again(List.copyOf(records), open.connector().stratum()));
    }
  }

  /** The lease is lost. */
  void lose() {
    record.count(Outcome.LEASE_LOST);
    letGo();
  }

  /** Whether there is something to do and somewhere to put it. */
  boolean isDue() {
    return !pages.isFull() && !now().isBefore(schedule.due());
  }

  /** Nothing happens for a while. */
  void postpone(Duration pause) {
    schedule.postpone(now().plus(pause));
  }

  /** Hints may bring its polls forward. */
  void listen() {
    naps.listen();
  }

  /** There is news at the source. */
  void hint() {
    schedule.hint(now());
  }

  /** How long a task may leave the stream alone while nothing is under way. */
  Duration rest() {
    return pages.isEmpty() ? naps.until(schedule.due(), now()) : Duration.ZERO;
  }

  /** How long a task may leave the stream alone while the pool works for it. */
  Duration nap() {
    return pages.isEmpty() ? naps.whileBusy(now()) : Duration.ZERO;
  }

  /** The pool begins to work for the stream. */
  void busy() {
    naps.busySince(now());
  }

  /** Whether to fetch now. */
  boolean mayFetch(OpenConnector open) {
    Optional<CostGuard.Stop> stop = open.guard().stop();
    stop.ifPresent(this::rest);
    return stop.isEmpty() && allowance.take(open.budget(), now());
  }

  private void rest(CostGuard.Stop stop) {
    schedule.rest(stop.until(), now());
    reader
        .lease()
        .ifPresent(
            lease ->
                record.rests(lease, new StreamReport.Rest(stop.reason(), schedule.due()), now()));
  }

  /**
   * What to fetch on this thread into room set aside; empty, and the room free again, if that has
   * changed since the fetch was planned.
   */
  Optional<FetchCall> call(@Nullable OpenConnector open, CredentialBudget.Turn turn) {
    Lease lease = reader.lease().orElse(null);
    if (open == null || lease == null || allowance.isBlocked(open.budget(), now())) {
      polling.pool().free();
      return Optional.empty();
    }
    if (!reader.isUnderWay()) {
      schedule.begin(now());
    }
    FetchRequest request = reader.request(now(), polling.limits());
    Duration deadline = open.deadline(polling.fetchDeadline());
    return Optional.of(
        new FetchCall(open, lease, request, turn, Thread.currentThread(), now(), deadline));
  }

  /** Takes what was fetched; nothing if the lease is lost. */
  void fetched(FetchCall call, Fetched fetched) {
    Lease lease = call.lease();
    if (!reader.holds(lease)) {
      polling.pool().free();
      return;
    }
    try {
      Stratum stratum = call.open().connector().stratum();
      reader
          .accept(fetched, stratum, now())
          .ifPresentOrElse(this::keep, () -> idle(fetched.volume()));
    } catch (RuntimeException brokenContract) {
      polling.pool().free();
      failed(lease, Failures.of(brokenContract, call.open().type().description().type()));
      return;
    }
    schedule.proceed(now());
    if (!fetched.more()) {
      passed(lease, fetched.completeThrough());
    }
  }

  /** A poll under a lease has failed; nothing but the wait it asks for if the lease is lost. */
  void failed(Lease lease, ConnectorException cause, @Nullable OpenConnector open) {
    if (open != null) {
      cause.retryAfter().ifPresent(open.budget()::block);
    }
    failed(lease, cause);
  }

  private void failed(Lease lease, ConnectorException cause) {
    if (reader.holds(lease)) {
      Instant stated = cause.retryAfter().orElse(null);
      schedule.failed(cause.category().retry(), stated, now());
      record.failed(lease, cause, schedule.due(), now());
    }
  }

  @Nullable Page peek() {
    return pages.peek();
  }

  /** Takes the next page, if there is one. */
  @Nullable Page poll() {
    Page page = pages.poll();
    if (page != null) {
      naps.page(now());
    }
    return page;
  }

  private void keep(Page page) {
    pages.add(page);
    record.page(page.changes().size(), now());
  }

  private void idle(Volume volume) {
    polling.pool().free();
    record.idle(volume);
  }

  private void passed(Lease lease, @Nullable Instant completeThrough) {
    if (record.passed(lease, completeThrough, reader.sequence(), now())) {
      schedule.changed(now());
    } else {
      schedule.idle(now());
    }
  }

  private Instant now() {
    return polling.clock().instant();
  }
}
