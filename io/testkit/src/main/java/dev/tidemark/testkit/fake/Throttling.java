// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.ThrottleScenes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Refuses every request for a while, in each way there is. Safe for use by several threads. */
public final class Throttling implements Gate, ThrottleScenes {
  private final InstantSource clock;
  private final @Nullable Function<Duration, Answer> dialect;
  private final AtomicLong refused = new AtomicLong();
  private volatile @Nullable Function<Request, Answer> refusal;

  private Throttling(InstantSource clock, @Nullable Function<Duration, Answer> dialect) {
    this.clock = clock;
    this.dialect = dialect;
  }

  /** One that knows no dialect of its own. */
  public static Throttling standard(InstantSource clock) {
    return new Throttling(clock, null);
  }

  /**
   * One with the vendor's own way.
   *
   * @param dialect the refusal, told how long to wait
   */
  public static Throttling with(InstantSource clock, Function<Duration, Answer> dialect) {
    return new Throttling(clock, dialect);
  }

  @Override
  public Optional<Answer> refuse(Request request) {
    Function<Request, Answer> current = refusal;
    if (current == null) {
      return Optional.empty();
    }
    refused.incrementAndGet();
    return Optional.of(current.apply(request));
  }

  @Override
  public Played throttle(Throttle how, Duration wait) {
    Function<Duration, Answer> own = dialect;
    Answer plain = Answer.empty(429);
    switch (how) {
      case SECONDS -> refusal = request -> Waiting.seconds(plain, wait);
      case DATE -> refusal = request -> Waiting.date(plain, wait, clock.instant());
      case DIALECT -> {
        if (own == null) {
          return Played.not("the platform has no way of its own to ask for patience");
        }
        refusal = request -> own.apply(wait);
      }
    }
    return Played.yes();
  }

  @Override
  public void calm() {
    refusal = null;
  }

  @Override
  public long refused() {
    return refused.get();
  }
}
