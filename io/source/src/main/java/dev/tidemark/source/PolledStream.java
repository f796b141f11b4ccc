// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.beam.LostLeases;
import dev.tidemark.model.Assignment;
import dev.tidemark.model.stream.KeptRecord;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.Page;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.Hints;
import dev.tidemark.spi.ledger.LeaseAnswer;
import dev.tidemark.spi.ledger.LeaseHolder;
import dev.tidemark.spi.ledger.LedgerException;
import dev.tidemark.spi.ledger.RejectedStore.Waiting;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One stream being polled: takes its lease, opens its connector and fetches pages in the pool, a
 * few ahead. For several threads, none of which waits with the lock; the task thread never does.
 */
final class PolledStream {
  private final Polling polling;
  private final Assignment assignment;
  private final long arrived;
  private final StreamProgress progress;
  private final Tenure tenure;
  private final Fetches fetches;
  private final Executor pool;
  private @Nullable OpenConnector connector;
  private State state = State.RESTING;
  private volatile boolean suspicious;

  private enum State {
    RESTING,
    IN_POOL,
    ENDED
  }

  PolledStream(Polling polling, HeldLeases.Visits visits, Assignment assignment, long seed) {
    this.polling = polling;
    this.assignment = assignment;
    this.arrived = polling.registry().moment();
    this.progress = new StreamProgress(polling, visits, assignment, seed);
    this.tenure = new Tenure(polling.job(), polling.held(), visits, seed);
    this.fetches = new Fetches(polling.pool(), assignment.connectorType());
    this.pool = polling.pool().of(assignment.connectorType());
  }

  Assignment assignment() {
    return assignment;
  }

  /** The lease it reads under; empty while it has none. */
  synchronized Optional<Lease> lease() {
    return progress.lease();
  }

  /** Whether nothing more comes of it. */
  synchronized boolean ended() {
    return state == State.ENDED;
  }

  /** How many passes have ended, whether or not they brought anything. */
  synchronized long passes() {
    return progress.record().passes();
  }

  /** Why the last poll failed; empty while polls succeed. */
  synchronized Optional<ConnectorException> failure() {
    return progress.record().failure();
  }

  /** The next page, if one was read and waits to be taken. */
  synchronized @Nullable Page peek() {
    return progress.peek();
  }

  /** Rejected records that are being read again. */
  synchronized Collection<KeptRecord> readingAgain() {
    return progress.readingAgain();
  }

  /** Takes records to be read again under that lease; nothing where it is lost. */
  synchronized void readAgain(Lease lease, Collection<Waiting> records) {
    progress.readAgain(lease, records, connector);
  }

  /** Where its connector hears of news of this stream; empty where it does not. */
  synchronized Optional<Hints> hints() {
    return Optional.ofNullable(connector).flatMap(open -> open.hints(assignment.stream()));
  }

  /** There is news of it at the source, so it is read sooner where only its time stands against. */
  synchronized void hint() {
    progress.hint();
  }

  /** Takes the next page; null if its lease was lost in between. */
  synchronized @Nullable Page poll() {
    return progress.poll();
  }

  /** How long the task may turn to other things. */
  synchronized Duration pause() {
    return switch (state) {
      case ENDED -> Duration.ZERO;
      case IN_POOL -> progress.nap();
      case RESTING -> progress.rest();
    };
  }

  /** Hands over what was counted since the last time. */
  synchronized void count(ObjLongConsumer<Outcome> counter) {
    progress.record().drain(counter);
  }

  /**
   * Ends the stream if the registry or a later job says so; gives up a fetch that takes too long.
   */
  synchronized void check() {
    if (state == State.ENDED) {
      return;
    }
    if (polling.registry().superseding(polling.job()).isPresent()) {
      end(Outcome.SUPERSEDED);
    } else if (polling.registry().withdrawn(assignment, arrived)) {
      end(Outcome.WITHDRAWN);
    } else {
      fetches.overdue(polling.clock().instant()).ifPresent(this::giveUp);
    }
  }

  /** Starts in the pool what is due. */
  synchronized void advance() {
    check();
    progress.lease().filter(LostLeases::contains).ifPresent(lease -> suspect());
    if (state != State.RESTING || !progress.isDue()) {
      return;
    }
    OpenConnector open = connector;
    if (open == null || progress.lease().isEmpty()) {
      begin();
      pool.execute(this::join);
    } else if (!fetches.mayBegin(open.budget())) {
      progress.lease().ifPresent(lease -> failed(lease, Failures.hanging(assignment)));
    } else if (progress.mayFetch(open)) {
      begin();
      fetches.run(open.budget(), this::fetch);
    }
  }

  /**
   * The row carries another lease than this one, or none. Reading goes on when the element wakes: a
   * page read before would occupy room while nobody is there to take it.
   */
  synchronized void lost(Lease lease, @Nullable LeaseHolder holder) {
    if (progress.holds(lease)) {
      progress.lose();
      judge(holder);
    }
  }

  /** Ends because the instance that owns it does. */
  synchronized void close() {
    if (state != State.ENDED) {
      end(Outcome.CLOSED);
    }
  }

  private void suspect() {
    progress.lose();
    progress.postpone(Duration.ZERO);
    suspicious = true;
  }

  private void begin() {
    state = State.IN_POOL;
    progress.busy();
  }

  private synchronized void rest() {
    if (state == State.IN_POOL) {
      state = State.RESTING;
      advance();
    }
  }

  private void join() {
    try {
      if (mayTake()) {
        Joining joining = Joining.of(assignment, polling);
        if (!joined(joining)) {
          joining.undo(assignment, polling);
        }
      }
    } catch (LedgerException e) {
      ledgerFailed();
    } finally {
      rest();
    }
  }

  private boolean mayTake() {
    if (!suspicious) {
      return !ended();
    }
    LeaseHolder holder = Joining.holder(assignment.stream(), polling);
    synchronized (this) {
      suspicious = false;
      return state != State.ENDED && judge(holder);
    }
  }

  private synchronized boolean joined(Joining joining) {
    if (state == State.ENDED) {
      return false;
    }
    if (!(joining.answer() instanceof LeaseAnswer.Taken taken)) {
      end(joining.refusal());
      return false;
    }
    Joining.leave(connector, assignment, polling);
    connector = joining.opening().connector();
    progress.begin(joining.lease(), taken);
    tenure.begin(polling.clock().instant());
    hints().ifPresent(listening -> progress.listen());
    joining.opening().problem().ifPresent(problem -> failed(joining.lease(), problem));
    return true;
  }

  private synchronized void ledgerFailed() {
    progress.record().count(Outcome.LEDGER_DOWN);
    progress.postpone(tenure.retry());
  }

  private void fetch(CredentialBudget.Turn turn) {
    if (call(turn).map(this::isAnswered).orElse(true)) {
      rest();
    }
  }

  private synchronized Optional<FetchCall> call(CredentialBudget.Turn turn) {
    return progress.call(connector, turn).map(fetches::begin);
  }

  /** Whether anybody still waited for the answer. */
  private boolean isAnswered(FetchCall call) {
    Fetched fetched;
    try {
      fetched = call.fetch();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return isAwaited(call, () -> failed(call, Failures.of(e, assignment.connectorType())));
    }
    return isAwaited(call, () -> progress.fetched(call, fetched));
  }

  private synchronized boolean isAwaited(FetchCall call, Runnable answer) {
    return fetches.end(call, answer);
  }

  private void failed(FetchCall call, ConnectorException cause) {
    polling.pool().free();
    failed(call.lease(), cause);
  }

  private void giveUp(FetchCall call) {
    fetches.giveUp();
    state = State.RESTING;
    failed(call.lease(), Failures.overdue(assignment, call.deadline()));
  }

  private synchronized void failed(Lease lease, ConnectorException cause) {
    progress.failed(lease, cause, connector);
  }

  /** Acts on who holds the stream; says whether to take it now. */
  private boolean judge(@Nullable LeaseHolder holder) {
    Tenure.Verdict verdict = tenure.judge(holder, polling.clock().instant());
    verdict.end().ifPresentOrElse(this::end, () -> progress.postpone(tenure.pause(verdict)));
    return verdict == Tenure.Verdict.TAKE;
  }

  private void end(Outcome outcome) {
    state = State.ENDED;
    fetches.giveUp();
    progress.record().ended(outcome);
    OpenConnector left = connector;
    Lease lease = progress.lease().orElse(null);
    connector = null;
    progress.letGo();
    pool.execute(() -> Joining.depart(left, lease, assignment, polling));
  }
}
