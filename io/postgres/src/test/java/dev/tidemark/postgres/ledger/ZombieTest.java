// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import static dev.tidemark.postgres.ledger.CommitBuilder.asset;
import static dev.tidemark.postgres.ledger.CommitBuilder.commit;
import static dev.tidemark.postgres.ledger.CommitBuilder.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.CommitOutcome;
import dev.tidemark.model.stream.CommitOutcome.Accepted;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.spi.ledger.LeaseAnswer.Taken;
import dev.tidemark.spi.ledger.StreamStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several who believe a stream is theirs, at the same time. */
class ZombieTest {
  private static final String READS = "tidemark.data.asset.read";
  private final Fixture fixture = Fixture.shared();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  @AfterEach
  void close() {
    threads.shutdownNow();
    fixture.close();
  }

  @Test
  void ofTwoCommitsOnTheSameSequenceExactlyOneIsApplied() throws Exception {
    for (int round = 0; round < 10; round++) {
      StreamId stream = fixture.newStream();
      Lease lease = fixture.taken(stream);
      StreamCommit one = commit(stream, lease, 0, 1).sum(READS, 1, 0).build();
      StreamCommit other = commit(stream, lease, 0, 2).sum(READS, 2, 0).build();
      List<CommitOutcome> outcomes = together(() -> committed(one), () -> committed(other));
      assertThat(outcomes).filteredOn(Accepted.class::isInstance).hasSize(1);
      double sum = outcomes.get(0) instanceof Accepted ? 1 : 2;
      assertThat(
              fixture.ledger.streams().windows(stream, List.of(CommitBuilder.key(READS))).values())
          .containsExactly(window(READS, sum, 0));
    }
  }

  @Test
  void aLeaseTakenDuringACommitFollowsItOrRefusesIt() throws Exception {
    for (int round = 0; round < 10; round++) {
      StreamId stream = fixture.newStream();
      Lease lease = fixture.taken(stream);
      StreamCommit commit = commit(stream, lease, 0, 5).sum(READS, 1, 0).build();
      List<Object> answers =
          together(() -> committed(commit), () -> fixture.take(stream, Lease.random()));
      long expected = answers.get(0) instanceof Accepted ? 5 : 0;
      assertThat(answers.get(1))
          .isInstanceOfSatisfying(
              Taken.class, taken -> assertThat(taken.sequence()).isEqualTo(expected));
    }
  }

  @Test
  void twoStreamsThatTellOfOneAssetAtTheSameTimeAreBothHeard() throws Exception {
    StreamId one = fixture.newStream();
    StreamId other = fixture.newStream();
    Lease oneLease = fixture.taken(one);
    Lease otherLease = fixture.taken(other);
    for (int round = 0; round < 10; round++) {
      StreamCommit first = owned(one, oneLease, round, round % 2 == 0);
      StreamCommit second = owned(other, otherLease, round, round % 3 == 0);
      assertThat(together(() -> committed(first), () -> committed(second)))
          .allMatch(Accepted.class::isInstance);
      assertThat(fixture.differences(fixture.organisation)).as("round %d", round).isEmpty();
    }
  }

  private static StreamCommit owned(StreamId stream, Lease lease, long base, boolean owner) {
    CommitBuilder commit = commit(stream, lease, base, base + 1);
    for (int i = 0; i < 10; i++) {
      commit.upsert(asset("shared " + i, String.valueOf(owner)));
    }
    return commit.observedAt(CommitBuilder.DAY.plusSeconds(base)).build();
  }

  @Test
  void manyStreamsOfSeveralOrganisationsInAnyOrderNeverLockEachOtherOut() throws Exception {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    List<StreamId> streams = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      var organisation = fixture.newOrganisation();
      var connector = fixture.newConnector(organisation);
      for (int j = 0; j < 4; j++) {
        streams.add(new StreamId(organisation, connector, "stream " + j));
      }
    }
    List<Lease> leases = streams.stream().map(fixture::taken).toList();
    List<Callable<Integer>> rivals = new ArrayList<>();
    for (int rival = 0; rival < 4; rival++) {
      Random random = new Random(seed + rival);
      rivals.add(() -> accepted(streams, leases, random));
    }
    int accepted = 0;
    for (Future<Integer> done : threads.invokeAll(rivals, 300, TimeUnit.SECONDS)) {
      accepted += done.get();
    }
    long revisions =
        streams.stream()
            .map(StreamId::organisation)
            .distinct()
            .mapToLong(
                organisation ->
                    fixture.number(
                        "SELECT sum(sequence)::bigint AS number FROM stream WHERE organisation_id ="
                            + " ?",
                        organisation.value()))
            .sum();
    assertThat(accepted).isPositive();
    assertThat(revisions).isEqualTo(accepted);
    for (StreamId stream : streams) {
      assertThat(fixture.differences(stream.organisation())).isEmpty();
    }
  }

  /**
   * Commits the next sequence as far as it knows; a refusal costs the lease, so it is given back.
   */
  private int accepted(List<StreamId> streams, List<Lease> leases, Random random) {
    int accepted = 0;
    StreamStore store = fixture.ledger.streams();
    for (int round = 0; round < 8; round++) {
      List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
      Collections.shuffle(order, random);
      List<StreamCommit> commits = new ArrayList<>();
      for (int i : order.subList(0, 6)) {
        long base = sequence(streams.get(i));
        commits.add(
            commit(streams.get(i), leases.get(i), base, base + 1)
                .observedAt(CommitBuilder.DAY.plusNanos(random.nextInt(1_000_000_000)))
                .sum(READS, random.nextInt(9), 0)
                .upsert(asset("shared " + random.nextInt(3), String.valueOf(random.nextBoolean())))
                .build());
      }
      accepted += (int) store.commit(commits).stream().filter(Accepted.class::isInstance).count();
      for (int i : order.subList(0, 6)) {
        fixture.take(streams.get(i), leases.get(i));
      }
    }
    return accepted;
  }

  private long sequence(StreamId stream) {
    return fixture.number(
        "SELECT sequence AS number FROM stream WHERE connector_id = ? AND name = ?",
        stream.connector().value(),
        stream.name());
  }

  private CommitOutcome committed(StreamCommit commit) {
    return fixture.ledger.streams().commit(List.of(commit)).get(0);
  }

  @SafeVarargs
  private <T> List<T> together(Callable<? extends T>... calls) throws Exception {
    CyclicBarrier start = new CyclicBarrier(calls.length);
    List<Future<T>> answers = new ArrayList<>();
    for (Callable<? extends T> call : calls) {
      answers.add(
          threads.submit(
              () -> {
                start.await(300, TimeUnit.SECONDS);
                return call.call();
              }));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> answer : answers) {
      results.add(answer.get(300, TimeUnit.SECONDS));
    }
    return results;
  }
}
