// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.Assignment;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.testkit.InMemoryLedger;
import dev.tidemark.testkit.VirtualClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * One incarnation of a job: its streams and what follows them. The pool's work runs when it is told
 * to, in any order; a closed one may still finish what it began, as a zombie does.
 */
final class Incarnation {
  private final PipelineJob job;
  private final Random random;
  private final Assignment assignment;
  private final Object owner = new Object();
  private final List<Runnable> work = new ArrayList<>();
  private final Map<Long, Long> positions = new LinkedHashMap<>();
  private final RegistryView registry;
  private final LeaseWatch watch;
  private final LiveStreams streams;
  private final RandomFolder folder;
  private Map<Long, Long> checkpoint = Map.of();

  Incarnation(
      InMemoryLedger ledger,
      PipelineJob job,
      Assignment assignment,
      VirtualClock clock,
      Random random,
      Map<Long, Long> restored) {
    this.job = job;
    this.random = random;
    this.assignment = assignment;
    this.registry = new RegistryView(ledger.registry(), System::nanoTime);
    this.watch = new LeaseWatch(ledger.leases());
    this.folder = new RandomFolder(ledger, assignment.stream(), random);
    Polling polling =
        new Polling(
            job,
            ledger.leases(),
            ledger.rejected(),
            registry,
            new OpenConnectors(
                ledger.registry(), new Budgets(clock), new CostGuards(ledger.registry(), clock)),
            new FetchPool(type -> work::add, 10),
            new Reports(ledger.leases()),
            new HeldLeases(),
            PageLimits.STANDARD,
            SourceLimits.STANDARD.fetchDeadline(),
            clock);
    this.streams = new LiveStreams(polling);
    positions.putAll(restored);
    if (positions.isEmpty()) {
      assignOnceMore();
    }
  }

  PipelineJob job() {
    return job;
  }

  RandomFolder folder() {
    return folder;
  }

  boolean ended() {
    return positions.isEmpty();
  }

  /** The registry hands the stream out another time. */
  void assignOnceMore() {
    positions.put(random.nextLong(), 0L);
  }

  /** Remembers what a restart goes on from. */
  void checkpoint() {
    checkpoint = Map.copyOf(positions);
  }

  Map<Long, Long> lastCheckpoint() {
    return checkpoint;
  }

  /**
   * A bundle is tried again: what the engine keeps goes back, what was done outside does not. What
   * was handed out since is handed out again, as the step before goes back too.
   */
  void rollBack() {
    if (!checkpoint.isEmpty()) {
      long since = positions.keySet().stream().filter(it -> !checkpoint.containsKey(it)).count();
      positions.clear();
      positions.putAll(checkpoint);
      LongStream.range(0, since).forEach(again -> assignOnceMore());
      folder.forget();
    }
  }

  void registry() {
    registry.refresh();
  }

  void watch() {
    watch.look(streams.all());
  }

  /** Polls one element, and takes what there is, or not. */
  void poll() {
    if (positions.isEmpty()) {
      return;
    }
    List<Long> elements = List.copyOf(positions.keySet());
    long element = elements.get(random.nextInt(elements.size()));
    long position = Objects.requireNonNull(positions.get(element));
    PolledStream stream = streams.adopt(assignment, element, position, owner);
    stream.advance();
    while (stream.peek() != null && random.nextInt(4) > 0) {
      position++;
      positions.put(element, position);
      streams.moved(element, position);
      Page page = stream.poll();
      if (page != null) {
        folder.add(page);
      }
      stream.advance();
    }
    if (stream.ended()) {
      streams.forget(element);
      positions.remove(element);
    }
  }

  /** Does one piece of the pool's work. */
  void work() {
    if (!work.isEmpty()) {
      work.remove(random.nextInt(work.size())).run();
    }
  }

  /** Shuts down, as far as a crash lets it. */
  void close() {
    streams.abandon(owner);
    positions.clear();
  }
}
