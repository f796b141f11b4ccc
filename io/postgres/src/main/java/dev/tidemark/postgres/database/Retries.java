// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * Tries work again that fails for a passing reason, after pauses that grow and never line up, until
 * patience ends. Whoever asks waits. For any number of threads.
 */
final class Retries {
  private static final long FIRST_MILLIS = 20;
  private static final long LONGEST_MILLIS = 2_000;
  private static final double JITTER = .5;

  private final RetryPolicy<Object> policy;

  /** Patience shorter than the first pause is that pause. */
  Retries(Duration patience) {
    policy =
        RetryPolicy.builder()
            .handleIf(failure -> failure instanceof SQLException sql && Trouble.passes(sql))
            .withMaxRetries(-1)
            .withBackoff(FIRST_MILLIS, LONGEST_MILLIS, ChronoUnit.MILLIS)
            .withJitter(JITTER)
            .withMaxDuration(Duration.ofMillis(Math.max(patience.toMillis(), FIRST_MILLIS + 1)))
            .build();
  }

  /** Work that may fail. */
  interface Attempt<T> {
    T run() throws SQLException;
  }

  /**
   * The result of the first attempt that succeeds.
   *
   * @throws SQLException that of the last attempt, where none did or the thread was asked to stop
   */
  <T> T first(Attempt<T> attempt) throws SQLException {
    Last<T> last = new Last<>(attempt);
    try {
      return Failsafe.with(policy).get(last::run);
    } catch (FailsafeException ended) {
      if (ended.getCause() instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw last.failure(ended);
    }
  }

  /** Keeps what the last attempt failed with: an interrupted pause has another failure. */
  private static final class Last<T> {
    private final Attempt<T> attempt;
    private SQLException failure = new SQLException("nothing was tried", "08000");

    Last(Attempt<T> attempt) {
      this.attempt = attempt;
    }

    T run() throws SQLException {
      try {
        return attempt.run();
      } catch (SQLException e) {
        failure = e;
        throw e;
      }
    }

    SQLException failure(FailsafeException ended) {
      return ended.getCause() instanceof SQLException cause ? cause : failure;
    }
  }
}
