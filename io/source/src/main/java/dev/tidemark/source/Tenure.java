// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.ledger.LeaseHolder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What to do about a stream whose lease was lost. Taken by nobody: take it again. By a later job:
 * stop. By another live instance in this JVM: that one reads on, this one ends. By an instance
 * elsewhere: it may be a zombie that dies with the stream in its hands, so wait, longer each time,
 * and take it back; two that are both alive then hardly disturb each other. Not safe for use by
 * several threads.
 */
final class Tenure {
  private static final Duration UNDISPUTED = Duration.ofMinutes(10);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration FIRST_SILENCE = Duration.ofMillis(500);
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(8);

  private final PipelineJob job;
  private final HeldLeases held;
  private final long born;
  private final SplittableRandom random;
  private Instant takenAt = Instant.MAX;
  private int disputes;
  private int silences;

  /** What to do. */
  enum Verdict {
    TAKE(null),
    WAIT(null),
    HAND_OVER(Outcome.HANDED_OVER),
    SUPERSEDED(Outcome.SUPERSEDED);

    private final @Nullable Outcome end;

    Verdict(@Nullable Outcome end) {
      this.end = end;
    }

    /** How the stream ends; empty where it goes on. */
    Optional<Outcome> end() {
      return Optional.ofNullable(end);
    }
  }

  Tenure(PipelineJob job, HeldLeases held, HeldLeases.Visits visits, long seed) {
    this.job = job;
    this.held = held;
    this.born = visits.last();
    this.random = new SplittableRandom(seed);
  }

  /** A lease was taken. */
  void begin(Instant now) {
    takenAt = now;
    silences = 0;
  }

  /** Judges the row's holder after a lease was lost; null for none. */
  Verdict judge(@Nullable LeaseHolder holder, Instant now) {
    if (holder == null) {
      return Verdict.TAKE;
    }
    if (holder.job().epoch() > job.epoch()) {
      return Verdict.SUPERSEDED;
    }
    if (held.isVisitedSince(holder.lease(), born)) {
      return Verdict.HAND_OVER;
    }
    disputes = isUndisputed(now) ? 1 : disputes + 1;
    return Verdict.WAIT;
  }

  /** How long to leave the stream alone: to the other instance, if there is one. */
  Duration pause(Verdict verdict) {
    return verdict == Verdict.TAKE
        ? Duration.ZERO
        : backoff(FIRST_PAUSE, disputes - 1, LONGEST_PAUSE);
  }

  /** How long to leave a ledger alone that did not answer. */
  Duration retry() {
    silences++;
    return backoff(FIRST_SILENCE, silences - 1, LONGEST_SILENCE);
  }

  private Duration backoff(Duration first, int times, Duration longest) {
    Duration pause = first.multipliedBy(1L << Math.min(times, 20));
    Duration bounded = pause.compareTo(longest) < 0 ? pause : longest;
    return Duration.ofMillis((long) (bounded.toMillis() * random.nextDouble(1, 2)));
  }

  private boolean isUndisputed(Instant now) {
    return takenAt.isBefore(now.minus(UNDISPUTED));
  }
}
