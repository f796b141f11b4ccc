// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The fetch of a stream that is under way, and how many hang that were given up. Guarded by the
 * lock of its stream.
 */
final class Fetches {
  /** One may hang because an answer was lost; a second one says it is no accident. */
  private static final int MOST_OF_A_STREAM = 2;

  private static final int MOST_OF_A_CREDENTIAL = 8;

  private final FetchPool pool;
  private final String connectorType;
  private @Nullable FetchCall current;
  private int hanging;

  Fetches(FetchPool pool, String connectorType) {
    this.pool = pool;
    this.connectorType = connectorType;
  }

  /**
   * Whether another fetch may hang, should it come to that. One account must not take every thread
   * of its connector type with it, nor one stream those of its account.
   */
  boolean mayBegin(CredentialBudget budget) {
    if (hanging >= MOST_OF_A_STREAM || budget.hanging() >= MOST_OF_A_CREDENTIAL) {
      return false;
    }
    return hanging == 0 || !pool.isExhausted(connectorType);
  }

  /** Runs a fetch once its credential has a turn for it and the pool room for its page. */
  void run(CredentialBudget budget, Consumer<CredentialBudget.Turn> fetch) {
    budget.run(pool.fetching(connectorType), fetch);
  }

  /** A fetch begins on this thread. */
  FetchCall begin(FetchCall call) {
    current = call;
    return call;
  }

  /** A fetch has come back; if it is still waited for, does what is to be done and says so. */
  boolean end(FetchCall call, Runnable answer) {
    if (call.equals(current)) {
      current = null;
      answer.run();
      return true;
    }
    // The interruption was meant for the call that has ended.
    Thread.interrupted();
    hanging--;
    pool.comeBack(connectorType);
    return false;
  }

  /** The fetch that has taken too long, if it has. */
  Optional<FetchCall> overdue(Instant now) {
    return Optional.ofNullable(current).filter(call -> !now.isBefore(call.due()));
  }

  /** Nobody waits for the fetch under way any more: it is asked to end, and not counted on. */
  void giveUp() {
    FetchCall call = current;
    if (call != null) {
      current = null;
      hanging++;
      pool.hang(connectorType);
      call.turn().giveUp();
      call.thread().interrupt();
    }
  }
}
