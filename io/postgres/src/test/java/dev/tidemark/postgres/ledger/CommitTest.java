// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import static dev.tidemark.postgres.ledger.CommitBuilder.commit;
import static dev.tidemark.postgres.ledger.CommitBuilder.key;
import static dev.tidemark.postgres.ledger.CommitBuilder.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.OrganisationRevision;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.CommitOutcome;
import dev.tidemark.model.stream.CommitOutcome.Accepted;
import dev.tidemark.model.stream.CommitOutcome.Refused;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.Reading;
import dev.tidemark.model.stream.SeriesKey;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.ledger.LeaseAnswer;
import dev.tidemark.spi.ledger.StreamState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommitTest {
  private static final String READS = "tidemark.data.asset.read";
  private static final String COUNT = "tidemark.data.asset.count";
  private final Fixture fixture = Fixture.shared();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void whatIsCommittedIsLoadedAgainToTheLastDigit() {
    StreamId stream = fixture.newStream();
    Lease lease = fixture.taken(stream);
    Reading reading =
        new Reading(
            new SeriesKey(Fixture.STRATUM, READS, "urn", Attributes.of("consumer", "human")),
            0.1 + 0.2,
            Instant.parse("2026-01-01T00:00:00.123456789Z"),
            Instant.parse("2026-03-01T00:00:00.987654321Z"),
            Instant.EPOCH);
    StreamCommit commit =
        commit(stream, lease, 0, 3).sum(READS, 0.1, 0.7).sum(COUNT, 5, 0).reading(reading).build();
    assertThat(apply(commit)).isInstanceOf(Accepted.class);
    StreamState state = loaded(stream, lease);
    assertThat(state.sequence()).isEqualTo(3);
    assertThat(state.cursor()).isEqualTo(new Cursor("{\"at\":3}"));
    assertThat(state.windows()).containsExactlyInAnyOrderElementsOf(commit.windows());
    assertThat(state.readings()).containsExactly(reading);
  }

  @Test
  void onlyTheLeaseOfTheRowLoads() {
    StreamId stream = fixture.newStream();
    fixture.taken(stream);
    assertThat(fixture.ledger.streams().load(stream, Lease.random(), Instant.EPOCH)).isEmpty();
  }

  @Test
  void closedWindowsAreLoadedOnlyWithATailOrByKey() {
    StreamId stream = fixture.newStream();
    Lease lease = fixture.taken(stream);
    apply(commit(stream, lease, 0, 1).sum(READS, 1, 2).sum(COUNT, 5, 0).build());
    Instant later = CommitBuilder.DAY.plusSeconds(86_400);
    Optional<StreamState> state = fixture.ledger.streams().load(stream, lease, later);
    assertThat(state.orElseThrow().windows()).containsExactly(window(READS, 1, 2));
    assertThat(fixture.ledger.streams().windows(stream, List.of(key(COUNT), key("missing"))))
        .isEqualTo(Map.of(key(COUNT), window(COUNT, 5, 0)));
  }

  @Test
  void eachCommitMovesTheOrganisationByOne() {
    StreamId stream = fixture.newStream();
    Lease lease = fixture.taken(stream);
    assertThat(apply(commit(stream, lease, 0, 1).build())).isEqualTo(accepted(stream, 1));
    assertThat(apply(commit(stream, lease, 1, 2).build())).isEqualTo(accepted(stream, 2));
    assertThat(fixture.revision()).isEqualTo(2);
  }

  @Test
  void aCommitOnTheWrongSequenceIsRefusedAndItsLeaseWithdrawn() {
    StreamId stream = fixture.newStream();
    Lease lease = fixture.taken(stream);
    apply(commit(stream, lease, 0, 2).sum(READS, 1, 0).build());
    CommitOutcome outcome = apply(commit(stream, lease, 1, 3).sum(READS, 9, 0).build());
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.reason()).contains("builds on sequence 1");
              assertThat(refused.supersededBy()).isNull();
            });
    assertThat(fixture.ledger.leases().holders(List.of(stream))).isEmpty();
    assertThat(fixture.ledger.streams().windows(stream, List.of(key(READS))).values())
        .containsExactly(window(READS, 1, 0));
    assertThat(fixture.revision()).isEqualTo(1);
  }

  @Test
  void aCommitUnderALostLeaseIsRefusedAndTheHolderKeepsIts() {
    StreamId stream = fixture.newStream();
    Lease lost = fixture.taken(stream);
    Lease held = fixture.taken(stream);
    assertThat(apply(commit(stream, lost, 0, 1).build())).isInstanceOf(Refused.class);
    assertThat(apply(commit(stream, held, 0, 1).build())).isInstanceOf(Accepted.class);
  }

  @Test
  void refusalsAreCountedWithTheirStreamAndNothingElseIs() {
    StreamId stream = fixture.newStream();
    StreamId quiet = fixture.newStream();
    Lease lost = fixture.taken(stream);
    Lease held = fixture.taken(stream);
    Lease calm = fixture.taken(quiet);
    fixture
        .ledger
        .streams()
        .commit(
            List.of(
                commit(stream, lost, 0, 1).build(),
                commit(stream, lost, 1, 2).build(),
                commit(quiet, calm, 0, 1).build()));
    apply(commit(stream, lost, 0, 1).build());
    apply(commit(stream, held, 0, 1).build());
    assertThat(refused(stream)).isEqualTo(3);
    assertThat(refused(quiet)).isZero();
  }

  @Test
  void aCommitWhoseAnswerWasLostIsAcceptedAgainAndWrittenOnce() {
    StreamId stream = fixture.newStream();
    Lease lease = fixture.taken(stream);
    StreamCommit commit = commit(stream, lease, 0, 1).sum(READS, 1, 0).build();
    assertThat(apply(commit)).isEqualTo(accepted(stream, 1));
    fixture.change(
        "UPDATE organisation SET revision = 7 WHERE id = ?", fixture.organisation.value());
    assertThat(apply(commit)).isEqualTo(accepted(stream, 1));
    assertThat(fixture.revision()).isEqualTo(7);
    assertThat(volume(stream)).isEqualTo(10);
  }

  @Test
  void aRetriedBundleThatReadOtherPagesIsNotTakenForTheLostAnswer() {
    StreamId stream = fixture.newStream();
    Lease lease = fixture.taken(stream);
    apply(commit(stream, lease, 0, 1).sum(READS, 1, 0).build());
    StreamCommit other = commit(stream, lease, 0, 1).sum(READS, 2, 0).build();
    assertThat(apply(other)).isInstanceOf(Refused.class);
    StreamCommit otherSketch = commit(stream, lease, 0, 1).sum(READS, 1, 0).cursor("{}").build();
    assertThat(apply(otherSketch)).isInstanceOf(Refused.class);
  }

  @Test
  void severalCommitsOfAStreamApplyInTheirOrderAndAreKnownAgainTogether() {
    StreamId stream = fixture.newStream();
    Lease lease = fixture.taken(stream);
    List<StreamCommit> commits =
        List.of(
            commit(stream, lease, 0, 2).sum(READS, 1, 0).build(),
            commit(stream, lease, 2, 3).sum(READS, 5, 0).build());
    List<CommitOutcome> outcomes = fixture.ledger.streams().commit(commits);
    assertThat(outcomes).containsExactly(accepted(stream, 1), accepted(stream, 1));
    assertThat(fixture.ledger.streams().commit(commits)).isEqualTo(outcomes);
    assertThat(loaded(stream, lease).windows()).containsExactly(window(READS, 5, 0));
  }

  @Test
  void whatFollowsARefusedCommitIsRefusedTooAndOtherStreamsAreNot() {
    StreamId good = fixture.newStream();
    StreamId bad = fixture.newStream();
    Lease goodLease = fixture.taken(good);
    Lease badLease = fixture.taken(bad);
    List<CommitOutcome> outcomes =
        fixture
            .ledger
            .streams()
            .commit(
                List.of(
                    commit(bad, badLease, 1, 2).build(),
                    commit(good, goodLease, 0, 1).build(),
                    commit(bad, badLease, 2, 3).build()));
    assertThat(outcomes.get(0)).isInstanceOf(Refused.class);
    assertThat(outcomes.get(1)).isEqualTo(accepted(good, 1));
    assertThat(outcomes.get(2)).isInstanceOf(Refused.class);
  }

  @Test
  void anUnchangedWindowKeepsItsRevision() {
    StreamId stream = fixture.newStream();
    Lease lease = fixture.taken(stream);
    apply(commit(stream, lease, 0, 1).sum(READS, 1, 0).sum(COUNT, 1, 0).build());
    apply(commit(stream, lease, 1, 2).sum(READS, 1, 0).sum(COUNT, 2, 0).build());
    assertThat(revisionOf(stream, READS)).isEqualTo(1);
    assertThat(revisionOf(stream, COUNT)).isEqualTo(2);
  }

  @Test
  void dataTheDatabaseDoesNotTakeStopsItsOwnStreamOnly() {
    StreamId good = fixture.newStream();
    StreamId bad = fixture.newStream();
    List<CommitOutcome> outcomes =
        fixture
            .ledger
            .streams()
            .commit(
                List.of(
                    commit(bad, fixture.taken(bad), 0, 1).sum("a\0b", 1, 0).build(),
                    commit(good, fixture.taken(good), 0, 1).sum(READS, 1, 0).build()));
    assertThat(outcomes.get(0)).isInstanceOf(Refused.class);
    assertThat(outcomes.get(1)).isInstanceOf(Accepted.class);
    assertThat(fixture.ledger.leases().holders(List.of(good, bad))).containsOnlyKeys(good);
  }

  @Test
  void aThousandStreamsCommitTogether() {
    List<StreamCommit> commits = new ArrayList<>();
    StreamId first = fixture.newStream();
    for (int i = 0; i < 1000; i++) {
      StreamId stream = new StreamId(fixture.organisation, first.connector(), "stream " + i);
      CommitBuilder commit = commit(stream, fixture.taken(stream), 0, 1);
      for (int metric = 0; metric < 10; metric++) {
        commit.sum("metric " + metric, 1.5, 2.5);
      }
      commits.add(commit.build());
    }
    long before = System.nanoTime();
    assertThat(fixture.ledger.streams().commit(commits)).allMatch(Accepted.class::isInstance);
    System.out.printf("1,000 streams: %d ms%n", (System.nanoTime() - before) / 1_000_000);
    assertThat(fixture.revision()).isEqualTo(1);
    assertThat(
            fixture.number(
                "SELECT count(*) AS number FROM metric_window WHERE organisation_id = ?",
                fixture.organisation.value()))
        .isEqualTo(10_000);
  }

  @Test
  void theFirstLeaseAfterAWithdrawalGoesOnFromTheRow() {
    StreamId stream = fixture.newStream();
    Lease lease = fixture.taken(stream);
    apply(commit(stream, lease, 5, 6).build());
    assertThat(fixture.take(stream, Lease.random()))
        .isEqualTo(new LeaseAnswer.Taken(0, Cursor.start()));
  }

  private CommitOutcome apply(StreamCommit commit) {
    return fixture.ledger.streams().commit(List.of(commit)).get(0);
  }

  private StreamState loaded(StreamId stream, Lease lease) {
    return fixture.ledger.streams().load(stream, lease, Instant.EPOCH).orElseThrow();
  }

  private static CommitOutcome accepted(StreamId stream, long revision) {
    return new Accepted(stream, new OrganisationRevision(stream.organisation(), revision));
  }

  private long revisionOf(StreamId stream, String metric) {
    return fixture.number(
        """
        SELECT w.revision AS number FROM metric_window w JOIN stream s ON s.id = w.stream_id
         WHERE s.connector_id = ? AND w.metric = ?\
        """,
        stream.connector().value(),
        metric);
  }

  private long volume(StreamId stream) {
    return fixture.number(
        "SELECT records AS number FROM ingest_volume WHERE connector_id = ?",
        stream.connector().value());
  }

  private long refused(StreamId stream) {
    return fixture.number(
        """
        SELECT coalesce(sum(l.refused), 0)::bigint AS number
          FROM sync_log l JOIN stream s ON s.id = l.stream_id WHERE s.connector_id = ?\
        """,
        stream.connector().value());
  }
}
