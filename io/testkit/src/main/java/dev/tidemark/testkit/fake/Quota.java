// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * So many requests per window and client; windows begin at multiples of their length since 1970.
 * What is too much is refused until the next window. Safe for use by several threads.
 */
public final class Quota implements Gate {
  private final InstantSource clock;
  private final long limit;
  private final Duration window;
  private final Function<Request, String> client;
  private final Function<Duration, Answer> refusal;
  private final Map<String, Long> used = new HashMap<>();
  private long current = Long.MIN_VALUE;

  /**
   * A quota.
   *
   * @param client whose request it is
   * @param refusal the answer to one too many, told how long it is to the next window
   */
  public Quota(
      InstantSource clock,
      long limit,
      Duration window,
      Function<Request, String> client,
      Function<Duration, Answer> refusal) {
    this.clock = clock;
    this.limit = limit;
    this.window = window;
    this.client = client;
    this.refusal = refusal;
  }

  /** One for all clients together that refuses by 429 and seconds. */
  public static Quota of(InstantSource clock, long limit, Duration window) {
    return new Quota(
        clock, limit, window, request -> "", wait -> Waiting.seconds(Answer.empty(429), wait));
  }

  @Override
  public synchronized Optional<Answer> refuse(Request request) {
    turn();
    long count = used.merge(client.apply(request), 1L, Long::sum);
    return count <= limit ? Optional.empty() : Optional.of(refusal.apply(untilNext()));
  }

  /** How many requests of a client are left in this window. */
  public synchronized long left(String name) {
    turn();
    return Math.max(0, limit - used.getOrDefault(name, 0L));
  }

  private void turn() {
    long now = Math.floorDiv(clock.instant().toEpochMilli(), window.toMillis());
    if (now != current) {
      used.clear();
      current = now;
    }
  }

  private Duration untilNext() {
    Instant next = Instant.ofEpochMilli((current + 1) * window.toMillis());
    return Duration.between(clock.instant(), next);
  }
}
