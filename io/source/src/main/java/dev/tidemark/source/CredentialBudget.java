// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.spi.Budget;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * A credential's budget: a token bucket of requests and a number of requests at the same time. A
 * spent budget delays, it is no error. Requests are reserved: each caller is told its own moment,
 * so nobody asks twice. Safe for use by several threads.
 */
final class CredentialBudget {
  private final Bucket bucket;
  private final InstantSource clock;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private int free;
  private Instant blockedUntil = Instant.MIN;

  private record Waiting(Executor executor, Runnable work) {}

  CredentialBudget(Budget budget, InstantSource clock) {
    this.clock = clock;
    this.free = budget.concurrency();
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

  /** Charges requests made beyond those reserved. */
  void charge(long requests) {
    if (requests > 0) {
      bucket.consumeIgnoringRateLimits(requests);
    }
  }

  /** Runs work on the executor as soon as one of the concurrent requests is free, in order. */
  void run(Executor executor, Runnable work) {
    synchronized (this) {
      if (free == 0) {
        waiting.add(new Waiting(executor, work));
        return;
      }
      free--;
    }
    start(executor, work);
  }

  private void start(Executor executor, Runnable work) {
    executor.execute(
        () -> {
          try {
            work.run();
          } finally {
            finished();
          }
        });
  }

  private void finished() {
    Waiting next;
    synchronized (this) {
      next = waiting.poll();
      if (next == null) {
        free++;
        return;
      }
    }
    start(next.executor(), next.work());
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
