// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.chaos;

import dev.tidemark.e2e.oracle.Comparison;
import dev.tidemark.e2e.oracle.Events;
import dev.tidemark.e2e.world.Entry;
import dev.tidemark.e2e.world.Journal;
import dev.tidemark.e2e.world.Sql;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * An account of a third organisation, in which something happens every second while faults are
 * played, and shows up to 20 minutes late: every event is written down with its own time.
 */
final class EventfulAccount implements AutoCloseable {
  static final String ORGANISATION = "Eventful";

  private static final Duration INTERVAL = Duration.ofSeconds(5);

  /** Less than the half hour by which the platform says it may be late. */
  private static final int LATE_MILLIS = 20 * 60 * 1_000;

  private static final Map<String, String> METRICS =
      Map.of("logins", "tidemark.identity.login", "setup_changes", "tidemark.change.object");

  private final ThreadLocal<Instant> time = ThreadLocal.withInitial(() -> Instant.EPOCH);
  private final Random random;
  private final PlayedAccount account;
  private final Journal journal;
  private final Events events;
  private CountDownLatch stop = new CountDownLatch(0);
  private CompletableFuture<Void> life = CompletableFuture.completedFuture(null);

  EventfulAccount(Theatre theatre, Path folder, long seed) {
    this.random = new Random(seed);
    this.account =
        new PlayedAccount(theatre, ORGANISATION, this::time).with(METRICS.keySet(), INTERVAL);
    this.journal = Journal.of(folder.resolve("events.tsv"));
    this.events = Events.of(journal, theatre.eventful());
  }

  /** What happens, happens at a time of its own; for everybody else it is now. */
  private Instant time() {
    Instant own = time.get();
    return own.equals(Instant.EPOCH) ? Instant.now() : own;
  }

  void start() {
    stop = new CountDownLatch(1);
    life = CompletableFuture.runAsync(this::live);
  }

  void stop() {
    stop.countDown();
    life.join();
  }

  private void live() {
    try {
      while (!stop.await(1, TimeUnit.SECONDS)) {
        happen(random.nextBoolean() ? "logins" : "setup_changes");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void happen(String stream) {
    Instant at = Instant.now().minusMillis(random.nextInt(LATE_MILLIS));
    time.set(at);
    account.happen(stream);
    time.remove();
    journal.note(new Entry(at, at, METRICS.getOrDefault(stream, stream), "event", "1"));
  }

  /** Compares every window. */
  Comparison compare(Sql database) {
    return events.compare(database);
  }

  @Override
  public void close() {
    stop();
    account.close();
  }
}
