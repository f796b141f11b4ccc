// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window.histories;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.CommitOutcome;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.spi.ledger.LeaseHolder;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.StreamState;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What the jobs of one history share: source, database, chance and the fault put in. */
final class World {
  private final HistoryDatabase database;
  private final Random random;
  private final Fault fault;
  private final LateSource source;
  private final Expectations expectations = new Expectations();
  private final HistoryCheck check;
  private final Random replays;

  World(HistoryDatabase database, Random random, Fault fault) {
    this.database = database;
    this.random = random;
    this.fault = fault;
    source = new LateSource(random);
    check = new HistoryCheck(database, source, expectations);
    replays = new Random(random.nextLong());
  }

  Ledger ledger() {
    return database.ledger();
  }

  StreamId stream() {
    return database.stream();
  }

  PipelineJob startJob() {
    return database.startJob();
  }

  Runnable backup() {
    return database.backup();
  }

  Random random() {
    return random;
  }

  /** Chance of its own, so that histories without replays stay what they were. */
  Random replays() {
    return replays;
  }

  /** Somebody asks to read again what was passed over. */
  void askReplay() {
    database.askReplay();
  }

  Fault fault() {
    return fault;
  }

  LateSource source() {
    return source;
  }

  Expectations expectations() {
    return expectations;
  }

  HistoryCheck check() {
    return check;
  }

  CommitOutcome commit(StreamCommit commit) {
    return ledger().streams().commit(List.of(disguised(commit))).get(0);
  }

  private StreamCommit disguised(StreamCommit commit) {
    Optional<StreamState> row = check.row();
    Optional<Lease> holder = check.holder().map(LeaseHolder::lease);
    if (row.isEmpty() || holder.isEmpty()) {
      return commit;
    }
    return switch (fault) {
      case LEASE -> with(commit, holder.get(), commit.base(), commit.sequence(), commit.cursor());
      case BASE -> {
        long base = row.get().sequence();
        long sequence = Math.max(base + 1, commit.sequence());
        yield with(commit, commit.lease(), base, sequence, commit.cursor());
      }
      case MARK ->
          new StreamCommit(
              commit.stream(),
              commit.lease(),
              commit.base(),
              commit.sequence(),
              commit.cursor(),
              commit.windows(),
              commit.readings(),
              commit.facts(),
              commit.populations(),
              commit.completeThrough(),
              commit.observedAt(),
              commit.volume());
      case ATOMIC ->
          random.nextInt(10) == 0
              ? with(commit, commit.lease(), commit.base(), commit.sequence(), row.get().cursor())
              : commit;
      default -> commit;
    };
  }

  static StreamCommit with(
      StreamCommit commit, Lease lease, long base, long sequence, Cursor cursor) {
    return new StreamCommit(
        commit.stream(),
        lease,
        base,
        sequence,
        cursor,
        commit.windows(),
        commit.readings(),
        commit.facts(),
        commit.populations(),
        commit.completeThrough(),
        commit.observedAt(),
        commit.volume(),
        commit.rejections());
  }
}
