// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.beam.OneBuild;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * What all instances of a job in this JVM share: the books, the fetch pool, open connectors,
 * budgets and one background thread. It lives from the first {@link #enter} to the last {@link
 * #leave}.
 */
final class SourceRuntime {
  private static final Map<RuntimeKey, SourceRuntime> LIVE = new HashMap<>();

  private final RuntimeKey key;
  private final Books books;
  private final FetchPool pool;
  private final OpenConnectors connectors;
  private final RegistryView registry;
  private final LiveStreams streams;
  private final Housekeeping housekeeping;
  private int users;

  private SourceRuntime(RuntimeKey key) {
    InstantSource clock = Clock.systemUTC();
    this.key = key;
    books = key.access().open();
    pool = FetchPool.threads(key.limits().threadsPerType(), key.limits().pagesInFlight());
    CostGuards guards = new CostGuards(books.registry(), clock);
    connectors = new OpenConnectors(books.registry(), new Budgets(clock), guards);
    registry = new RegistryView(books.registry(), System::nanoTime);
    Reports reports = new Reports(books.leases());
    streams =
        new LiveStreams(
            new Polling(
                key.pipelineJob(),
                books.leases(),
                books.rejected(),
                registry,
                connectors,
                pool,
                reports,
                new HeldLeases(),
                PageLimits.STANDARD,
                key.limits().fetchDeadline(),
                clock));
    LeaseWatch leases = new LeaseWatch(books.leases());
    ReplayWatch replays = new ReplayWatch(books.rejected());
    housekeeping =
        new Housekeeping(
            key.pipelineJob(),
            registry,
            leases,
            replays,
            new Tidying(books.tidying()),
            reports,
            guards,
            new HintWatch(pool, clock),
            streams::all);
  }

  /**
   * The runtime of a job, started if nobody has yet; paired with {@link #leave}.
   *
   * @throws IllegalStateException if this JVM runs another build than the job's
   */
  static SourceRuntime enter(RuntimeKey key) {
    synchronized (LIVE) {
      SourceRuntime runtime = LIVE.get(key);
      if (runtime == null) {
        OneBuild.require();
        runtime = new SourceRuntime(key);
        runtime.housekeeping.start();
        LIVE.put(key, runtime);
      }
      runtime.users++;
      return runtime;
    }
  }

  /** An instance is gone: its streams are closed, and everything if it was the last. */
  void leave(Object owner) {
    streams.abandon(owner);
    synchronized (LIVE) {
      if (--users > 0) {
        return;
      }
      LIVE.remove(key);
    }
    close();
  }

  Books books() {
    return books;
  }

  RegistryView registry() {
    return registry;
  }

  LiveStreams streams() {
    return streams;
  }

  /** Threads for questions to the ledger that no task should wait for. */
  Executor ledgerThreads() {
    return pool.of("ledger");
  }

  /** Pages being fetched or waiting to be taken, in this JVM. */
  static int pagesInFlight() {
    return live().stream().mapToInt(runtime -> runtime.pool.pagesInFlight()).sum();
  }

  /** Streams being polled in this JVM. */
  static int streamCount() {
    return live().stream().mapToInt(runtime -> runtime.streams.size()).sum();
  }

  private static Collection<SourceRuntime> live() {
    synchronized (LIVE) {
      return List.copyOf(LIVE.values());
    }
  }

  /** The books come last: whatever is still under way may have a question to them. */
  private void close() {
    housekeeping.close();
    pool.close();
    connectors.close();
    books.closing().run();
  }
}
