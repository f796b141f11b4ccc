// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.spi.Budget;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A credential's budget: a token bucket of requests and a number of requests at the same time. A
 * spent budget delays, it is no error. Requests are reserved: each caller is told its own moment,
 * so nobody asks twice. Safe for use by several threads.
 */
final class CredentialBudget {
  private final Bucket bucket;
  private final InstantSource clock;
  private final Turnstile turns;
  private final AtomicInteger hanging = new AtomicInteger();
  private Instant blockedUntil = Instant.MIN;

  CredentialBudget(Budget budget, InstantSource clock) {
    this.clock = clock;
    this.turns = new Turnstile(budget.concurrency());
    this.bucket =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(budget.requests())
                        .refillGreedy(budget.requests(), budget.period()))
            .withCustomTimePrecision(new Meter(clock))
            .build();
  }

  /** Reserves one request and says when it may be made: now, or the moment its token comes. */
  Instant reserve() {
    return clock.instant().plusNanos(bucket.consumeIgnoringRateLimits(1));
  }

  /** Whether the source asked to wait, and until when; in the past where it did not. */
  synchronized Instant blockedUntil() {
    return blockedUntil;
  }

  /** The source asks to wait: nothing is sent with this credential before that instant. */
  synchronized void block(Instant until) {
    blockedUntil = until.isAfter(blockedUntil) ? until : blockedUntil;
  }

  /**
   * Settles a reservation: requests made beyond the one are charged, and where none was made,
   * because what was asked for had been read ahead, it is given back.
   */
  void settle(long requests) {
    if (requests > 1) {
      bucket.consumeIgnoringRateLimits(requests - 1);
    } else if (requests == 0) {
      bucket.addTokens(1);
    }
  }

  /** Runs work on the executor as soon as one of the concurrent requests is free, in order. */
  void run(Executor executor, Consumer<Turn> work) {
    turns.enter(() -> start(executor, work));
  }

  /** How many requests were given up and have not come back. */
  int hanging() {
    return hanging.get();
  }

  private void start(Executor executor, Consumer<Turn> work) {
    executor.execute(
        () -> {
          Turn turn = new Turn();
          try {
            work.accept(turn);
          } finally {
            turn.end();
          }
        });
  }

  /** One of the concurrent requests. */
  final class Turn {
    private final AtomicReference<TurnState> state = new AtomicReference<>(TurnState.RUNNING);

    private Turn() {}

    /** Nobody waits for the request any more: another may be made in its place. */
    void giveUp() {
      if (state.compareAndSet(TurnState.RUNNING, TurnState.GIVEN_UP)) {
        hanging.incrementAndGet();
        turns.leave();
      }
    }

    private void end() {
      if (state.getAndSet(TurnState.ENDED) == TurnState.GIVEN_UP) {
        hanging.decrementAndGet();
      } else {
        turns.leave();
      }
    }
  }

  private enum TurnState {
    RUNNING,
    GIVEN_UP,
    ENDED
  }

  /** The bucket lives by the same clock as everything else. */
  private record Meter(InstantSource clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
