// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import static dev.tidemark.postgres.ledger.CommitBuilder.commit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.CommitOutcome;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ledger.LeaseAnswer;
import dev.tidemark.spi.ledger.LeaseHolder;
import dev.tidemark.spi.ledger.StreamReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LeaseTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static Fixture fixture = Fixture.shared();

  @BeforeAll
  static void open() {
    fixture = Fixture.shared();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @Test
  void theFirstLeaseMakesTheRowAndStartsAtTheBeginning() {
    StreamId stream = fixture.newStream();
    Lease lease = Lease.random();
    assertThat(fixture.take(stream, lease)).isEqualTo(new LeaseAnswer.Taken(0, Cursor.start()));
    assertThat(fixture.ledger.leases().holders(List.of(stream)))
        .isEqualTo(Map.of(stream, new LeaseHolder(lease, Fixture.JOB)));
  }

  @Test
  void aLaterLeaseGoesOnWhereTheLastCommitEnded() {
    StreamId stream = fixture.newStream();
    Lease lease = fixture.taken(stream);
    fixture.ledger.streams().commit(List.of(commit(stream, lease, 0, 4).build()));
    assertThat(fixture.take(stream, Lease.random()))
        .isEqualTo(new LeaseAnswer.Taken(4, new Cursor("{\"at\":4}")));
  }

  @Test
  void anEarlierJobNeverTakesBackWhatALaterOneHolds() {
    StreamId stream = fixture.newStream();
    PipelineJob later = new PipelineJob(UUID.randomUUID(), 2);
    fixture.take(stream, Lease.random(), later);
    assertThat(fixture.take(stream, Lease.random(), Fixture.JOB))
        .isEqualTo(new LeaseAnswer.Superseded(later));
    assertThat(fixture.ledger.leases().holders(List.of(stream)).values())
        .extracting(LeaseHolder::job)
        .containsExactly(later);
  }

  @Test
  void evenAReleasedStreamStaysWithTheLaterJob() {
    StreamId stream = fixture.newStream();
    PipelineJob later = new PipelineJob(UUID.randomUUID(), 2);
    Lease lease = Lease.random();
    fixture.take(stream, lease, later);
    fixture.ledger.leases().release(stream, lease);
    assertThat(fixture.ledger.leases().holders(List.of(stream))).isEmpty();
    assertThat(fixture.take(stream, Lease.random(), Fixture.JOB))
        .isEqualTo(new LeaseAnswer.Superseded(later));
  }

  @Test
  void theCommitOfASupersededJobIsToldWhoTookOver() {
    StreamId stream = fixture.newStream();
    Lease lease = fixture.taken(stream);
    PipelineJob later = new PipelineJob(UUID.randomUUID(), 2);
    fixture.take(stream, Lease.random(), later);
    CommitOutcome outcome =
        fixture.ledger.streams().commit(List.of(commit(stream, lease, 0, 1).build())).get(0);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            CommitOutcome.Refused.class,
            refused -> assertThat(refused.supersededBy()).isEqualTo(later));
  }

  @Test
  void releasingAnotherLeaseDoesNothing() {
    StreamId stream = fixture.newStream();
    fixture.taken(stream);
    fixture.ledger.leases().release(stream, Lease.random());
    assertThat(fixture.ledger.leases().holders(List.of(stream))).containsKey(stream);
  }

  @Test
  void aConnectorThatIsNotThereIsGone() {
    StreamId stream = new StreamId(fixture.organisation, new ConnectorId(UUID.randomUUID()), "x");
    assertThat(fixture.take(stream, Lease.random())).isEqualTo(new LeaseAnswer.Gone());
  }

  @Test
  void aConnectorOfAnotherOrganisationIsGone() {
    StreamId stream = new StreamId(fixture.newOrganisation(), fixture.newConnector(), "x");
    assertThat(fixture.take(stream, Lease.random())).isEqualTo(new LeaseAnswer.Gone());
  }

  @Test
  void reportsShowFailureUntilItIsOver() {
    StreamId stream = fixture.newStream();
    Lease lease = fixture.taken(stream);
    var failure = new StreamReport.Failure(Category.AUTH, "no\0entry", NOON.plusSeconds(60));
    fixture
        .ledger
        .leases()
        .report(
            List.of(
                StreamReport.failed(stream, lease, NOON, failure),
                StreamReport.failed(stream, lease, NOON.plusSeconds(1), failure)));
    assertThat(failing(stream)).isEqualTo("2026-03-01 12:00:00 AUTH no entry 2026-03-01 12:01:00");
    fixture
        .ledger
        .leases()
        .report(List.of(StreamReport.passed(stream, lease, NOON.plusSeconds(9), NOON, 0)));
    assertThat(failing(stream)).isEqualTo("- - - -");
    assertThat(polls(stream)).isEqualTo("3 polls, 2 failed");
  }

  @Test
  void whatAnEarlierJobHasCaughtUpWithALaterOneStillHasToRead() {
    StreamId stream = fixture.newStream();
    Lease lease = fixture.taken(stream);
    fixture.ledger.leases().report(List.of(StreamReport.passed(stream, lease, NOON, NOON, 0)));
    fixture.take(stream, Lease.random());
    assertThat(caughtUp(stream)).as("the same job goes on").isEqualTo(1);
    fixture.take(stream, Lease.random(), new PipelineJob(UUID.randomUUID(), 2));
    assertThat(caughtUp(stream)).isZero();
  }

  @Test
  void hasCaughtUpOnceThePassThatWasReadIsCommitted() {
    StreamId stream = fixture.newStream();
    Lease lease = fixture.taken(stream);
    report(StreamReport.passed(stream, lease, NOON, NOON, 2));
    assertThat(caughtUp(stream)).as("nothing is committed").isZero();
    fixture.ledger.streams().commit(List.of(CommitBuilder.commit(stream, lease, 0, 1).build()));
    report(StreamReport.passed(stream, lease, NOON, NOON, 3));
    assertThat(caughtUp(stream)).as("half of it").isZero();
    fixture.ledger.streams().commit(List.of(CommitBuilder.commit(stream, lease, 1, 2).build()));
    assertThat(caughtUp(stream)).as("all of the first pass").isEqualTo(1);
  }

  @Test
  void aPassReadUnderALostLeaseHasToBeReadAgain() {
    StreamId stream = fixture.newStream();
    report(StreamReport.passed(stream, fixture.taken(stream), NOON, NOON, 1));
    Lease next = Lease.random();
    fixture.take(stream, next);
    fixture.ledger.streams().commit(List.of(CommitBuilder.commit(stream, next, 0, 1).build()));
    assertThat(caughtUp(stream)).isZero();
    report(StreamReport.passed(stream, next, NOON, NOON, 1));
    assertThat(caughtUp(stream)).isEqualTo(1);
  }

  /** Some streams have news in every pass, and their reports always precede the commits. */
  @Test
  void catchesUpAgainWithEveryPassAlthoughEachHasNews() {
    StreamId stream = fixture.newStream();
    Lease lease = fixture.taken(stream);
    for (int pass = 1; pass <= 3; pass++) {
      report(StreamReport.passed(stream, lease, NOON, NOON, pass));
      fixture
          .ledger
          .streams()
          .commit(List.of(CommitBuilder.commit(stream, lease, pass - 1, pass).build()));
      assertThat(caughtUpLast(stream)).as("pass " + pass).isEqualTo(1);
    }
  }

  /** Whether that was noted with the commit before. */
  private static long caughtUpLast(StreamId stream) {
    return fixture.number(
        "SELECT count(*) AS number FROM stream WHERE connector_id = ? AND caught_up_at ="
            + " committed_at",
        stream.connector().value());
  }

  private static void report(StreamReport report) {
    fixture.ledger.leases().report(List.of(report));
  }

  private static long caughtUp(StreamId stream) {
    return fixture.number(
        "SELECT count(caught_up_at) AS number FROM stream WHERE connector_id = ?",
        stream.connector().value());
  }

  @Test
  void reportsUnderAnotherLeaseDoNotCount() {
    StreamId stream = fixture.newStream();
    fixture.taken(stream);
    fixture
        .ledger
        .leases()
        .report(List.of(StreamReport.passed(stream, Lease.random(), NOON, NOON, 0)));
    assertThat(
            fixture.number(
                "SELECT count(*) AS number FROM stream WHERE connector_id = ? AND last_poll IS"
                    + " NULL",
                stream.connector().value()))
        .isEqualTo(1);
  }

  private static String failing(StreamId stream) {
    return fixture.text(
        """
        SELECT concat_ws(' ', coalesce(to_char(failing_since AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS'), '-'),
                         coalesce(failure_category, '-'), coalesce(failure_message, '-'),
                         coalesce(to_char(next_try AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS'), '-')) AS text
          FROM stream WHERE connector_id = ?\
        """,
        stream.connector().value());
  }

  private static String polls(StreamId stream) {
    return fixture.text(
        """
        SELECT format('%s polls, %s failed', polls, failures) AS text
          FROM ingest_volume WHERE connector_id = ?\
        """,
        stream.connector().value());
  }
}
