// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Hints;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listening to one connector. A failure says so once and is tried again after a minute, then after
 * twice as long each time, up to a quarter of an hour: streams go by their schedule meanwhile. Safe
 * for use by several threads.
 */
final class Listening {
  /** The threads that listen are few; connectors that share one take turns. */
  private static final Duration TURN = Duration.ofSeconds(10);

  private static final String THREADS = "hints";
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

  private final Hints hints;
  private final InstantSource clock;
  private List<PolledStream> streams = List.of();
  private Instant notBefore = Instant.MIN;
  private Duration pause = FIRST_PAUSE;
  private boolean waiting;

  Listening(Hints hints, InstantSource clock) {
    this.hints = hints;
    this.clock = clock;
  }

  /** Listens on in the pool, for these streams, unless it does already or is to wait. */
  synchronized void advance(List<PolledStream> concerned, FetchPool pool) {
    streams = List.copyOf(concerned);
    if (!waiting && !clock.instant().isBefore(notBefore)) {
      waiting = true;
      pool.of(THREADS).execute(this::listen);
    }
  }

  private void listen() {
    try {
      heard(hints.await(TURN));
    } catch (RuntimeException | LinkageError failure) {
      failed(Failures.of(failure, "listening for hints"));
    }
  }

  private void heard(Set<String> news) {
    for (PolledStream stream : listeners()) {
      if (news.contains(stream.assignment().stream().name())) {
        stream.hint();
      }
    }
    over();
  }

  private synchronized List<PolledStream> listeners() {
    return streams;
  }

  private synchronized void over() {
    waiting = false;
    pause = FIRST_PAUSE;
  }

  /** Whoever closes a connector ends what listens to it, and nobody need hear of that. */
  private synchronized void failed(ConnectorException failure) {
    waiting = false;
    if (pause.equals(FIRST_PAUSE) && !streams.stream().allMatch(PolledStream::ended)) {
      LOG.warn("no hints for now, polls go by their schedule: {}", failure.getMessage());
    }
    Instant stated = failure.retryAfter().orElse(Instant.MIN);
    Instant next = clock.instant().plus(pause);
    notBefore = stated.isAfter(next) ? stated : next;
    Duration twice = pause.multipliedBy(2);
    pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }
}
