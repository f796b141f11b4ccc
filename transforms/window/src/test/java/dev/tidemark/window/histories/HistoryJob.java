// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window.histories;

import dev.tidemark.beam.LostLeases;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.stream.CommitOutcome;
import dev.tidemark.model.stream.FoldedPage;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.spi.ledger.LeaseAnswer;
import dev.tidemark.spi.ledger.LeaseHolder;
import dev.tidemark.spi.ledger.RejectedStore.Waiting;
import dev.tidemark.spi.ledger.StreamPlan;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One incarnation of the pipeline; after a crash another one is built. */
final class HistoryJob {
  private static final StreamPlan PLAN =
      new StreamPlan(
          "example",
          HistoryReader.STRATUM,
          Duration.ofMinutes(1),
          Duration.ofHours(30),
          Precedence.SCANNER,
          List.of(HistoryReader.ROWS));

  final PipelineJob job;
  final Deque<FoldedPage> pages = new ArrayDeque<>();
  final Deque<StreamCommit> commits = new ArrayDeque<>();
  private final World world;
  private List<HistoryReader> readers;
  private FoldUnderTest fold;
  private boolean stopped;

  /**
   * An incarnation.
   *
   * @param restored readers as a checkpoint kept them
   * @param fold the fold of the JVM it runs in
   */
  HistoryJob(World world, PipelineJob job, List<HistoryReader> restored, FoldUnderTest fold) {
    this.world = world;
    this.job = job;
    this.fold = fold;
    readers = copy(restored);
    readers.forEach(reader -> reader.held = false);
  }

  boolean isStopped() {
    return stopped;
  }

  FoldUnderTest jvm() {
    return fold;
  }

  List<HistoryReader> checkpoint() {
    return copy(readers);
  }

  /** The registry hands the stream out twice. */
  void addReader() {
    readers.add(new HistoryReader());
  }

  /** What was not kept goes back; what happened outside, and in this JVM's memory, does not. */
  void retryBundle(List<HistoryReader> before) {
    readers = copy(before);
    pages.clear();
    commits.clear();
  }

  /** The fold of the stream is lost: evicted, or the stream moved to another JVM. */
  void moveFold() {
    fold = new FoldUnderTest(world);
  }

  /** Everything read is folded and committed. */
  void settle() {
    while (!pages.isEmpty()) {
      fold();
    }
    elapse();
    while (!commits.isEmpty()) {
      commit();
    }
  }

  void read() {
    HistoryReader reader = readers.get(random().nextInt(readers.size()));
    if (!holds(reader) && !takeLease(reader)) {
      return;
    }
    List<Waiting> waiting = readAgain(reader);
    pages.add(
        waiting.isEmpty()
            ? reader.read(world.source(), stream(), world.expectations())
            : reader.again(waiting, stream(), world.replays(), world.expectations()));
  }

  private List<Waiting> readAgain(HistoryReader reader) {
    if (world.replays().nextInt(10) == 0) {
      world.askReplay();
    }
    return world.replays().nextInt(4) == 0
        ? world.ledger().rejected().waiting(stream(), reader.readingAgain(), 3)
        : List.of();
  }

  void fold() {
    if (pages.isEmpty()) {
      return;
    }
    StreamCommit commit = fold.take(pages.remove());
    if (commit != null) {
      commits.add(commit);
    }
    if (random().nextInt(10) < 6) {
      elapse();
    }
  }

  /** The least time between two commits is over. */
  void elapse() {
    fold.elapsed().ifPresent(commits::add);
  }

  void commit() {
    if (commits.isEmpty()) {
      return;
    }
    StreamCommit commit = commits.remove();
    CommitOutcome outcome = world.commit(commit);
    if (random().nextInt(20) == 0) {
      commits.addFirst(commit);
    } else if (outcome instanceof CommitOutcome.Refused) {
      release(commit.lease());
    }
  }

  private boolean holds(HistoryReader reader) {
    if (!reader.held) {
      return false;
    }
    Lease lease = Objects.requireNonNull(reader.lease);
    boolean looks = random().nextInt(10) < 3;
    boolean lost = LostLeases.contains(lease) || (looks && !lease.equals(rowLease()));
    if (lost && looks && readers.size() > 1 && random().nextBoolean()) {
      readers.remove(reader);
    }
    return !lost;
  }

  private boolean takeLease(HistoryReader reader) {
    if (!readers.contains(reader)) {
      return false;
    }
    if (world.fault() == Fault.REREAD && reader.sequence > 0) {
      Lease row = rowLease();
      reader.held = true;
      reader.lease = row == null ? Lease.random() : row;
      return true;
    }
    Lease lease = Lease.random();
    LeaseAnswer answer = world.ledger().leases().take(stream(), lease, job, PLAN);
    if (answer instanceof LeaseAnswer.Taken taken) {
      reader.start(lease, taken.sequence(), Place.of(taken.cursor()));
      return true;
    }
    stopped = true;
    return false;
  }

  private void release(Lease lease) {
    LostLeases.announce(lease);
    commits.clear();
    for (HistoryReader reader : readers) {
      reader.held &= !lease.equals(reader.lease);
    }
  }

  private @Nullable Lease rowLease() {
    return world.check().holder().map(LeaseHolder::lease).orElse(null);
  }

  private StreamId stream() {
    return world.stream();
  }

  private Random random() {
    return world.random();
  }

  private static List<HistoryReader> copy(List<HistoryReader> readers) {
    List<HistoryReader> copy = new ArrayList<>();
    readers.forEach(reader -> copy.add(reader.copy()));
    if (copy.isEmpty()) {
      copy.add(new HistoryReader());
    }
    return copy;
  }
}
