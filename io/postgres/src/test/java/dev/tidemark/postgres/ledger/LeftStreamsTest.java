// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import static dev.tidemark.postgres.ledger.CommitBuilder.asset;
import static dev.tidemark.postgres.ledger.CommitBuilder.commit;
import static dev.tidemark.postgres.ledger.CommitBuilder.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.Stratum;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.stream.CommitOutcome.Refused;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.spi.ledger.LeaseAnswer;
import dev.tidemark.spi.ledger.OrganisationEvidence;
import dev.tidemark.spi.ledger.OrganisationEvidence.Feed;
import dev.tidemark.spi.ledger.OrganisationEvidence.OwnedWindow;
import dev.tidemark.spi.ledger.StreamPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of what was read when its connector goes, or reads another account. */
class LeftStreamsTest {
  private static final String READS = "tidemark.data.asset.read";
  private static final Instant THROUGH = Instant.parse("2026-03-01T10:42:00Z");
  private static final PipelineJob LATER = new PipelineJob(UUID.randomUUID(), 2);
  private final Fixture fixture = Fixture.shared();
  private final Administration administration = Administration.of(fixture.access);
  private final StreamId stream = fixture.newStream();
  private final Lease lease = fixture.taken(stream);

  @AfterEach
  void close() {
    administration.close();
    fixture.close();
  }

  @Test
  void aRemovedConnectorLeavesItsPlatformBehind() {
    read();
    remove(stream);
    OrganisationEvidence evidence = evidence();
    assertThat(evidence.windows()).containsExactly(new OwnedWindow(stream, window(READS, 1, 0)));
    assertThat(evidence.cells()).singleElement().satisfies(c -> assertThat(c.count()).isOne());
    assertThat(evidence.feeds())
        .singleElement()
        .satisfies(feed -> assertThat(feed.completeThrough()).isEqualTo(THROUGH));
    assertThat(outcome(commit(stream, lease, 1, 2))).isInstanceOf(Refused.class);
    assertThat(fixture.take(stream, Lease.random())).isEqualTo(new LeaseAnswer.Gone());
    assertThat(
            fixture.number(
                "SELECT count(*) AS number FROM data_connectors WHERE id = ?",
                stream.connector().value()))
        .as("its settings are gone")
        .isZero();
  }

  @Test
  void theNextConnectorOfTheAccountGoesOnWhereTheRemovedOneStopped() {
    read();
    Instant connected = evidence().feeds().get(0).connectedAt();
    remove(stream);
    StreamId again = fixture.newStream();
    Lease fresh = Lease.random();
    assertThat(fixture.take(again, fresh, LATER))
        .isEqualTo(new LeaseAnswer.Taken(1, new Cursor("{\"at\":1}")));
    assertThat(outcome(commit(again, fresh, 1, 2).sum(READS, 5, 0))).isNotInstanceOf(Refused.class);
    OrganisationEvidence evidence = evidence();
    assertThat(evidence.windows()).containsExactly(new OwnedWindow(again, window(READS, 5, 0)));
    assertThat(evidence.feeds())
        .singleElement()
        .extracting(Feed::stream, Feed::connectedAt)
        .containsExactly(again, connected);
    assertThat(administration.reconciliation().differences(fixture.organisation)).isEmpty();
  }

  @Test
  void aConnectorThatNeverReadAnythingLeavesNothing() {
    remove(stream);
    assertThat(evidence().feeds()).isEmpty();
  }

  @Test
  void whatAnotherConnectorReadsAsWellIsNotLeft() {
    read();
    StreamId other = fixture.newStream();
    Lease otherLease = fixture.taken(other);
    outcome(commit(other, otherLease, 0, 1).sum(READS, 2, 0).completeThrough(THROUGH));
    remove(stream);
    OrganisationEvidence evidence = evidence();
    assertThat(evidence.windows()).containsExactly(new OwnedWindow(other, window(READS, 2, 0)));
    assertThat(evidence.cells()).isEmpty();
    assertThat(evidence.feeds()).extracting(Feed::stream).containsExactly(other);
    assertThat(administration.reconciliation().differences(fixture.organisation)).isEmpty();
  }

  @Test
  void whatWasLeftGivesWayToWhatAnotherHasReadMeanwhile() {
    read();
    StreamId other = fixture.newStream();
    Lease otherLease = fixture.taken(other);
    remove(stream);
    assertThat(evidence().feeds()).hasSize(2);
    outcome(commit(other, otherLease, 0, 1).sum(READS, 2, 0).completeThrough(THROUGH));
    fixture.take(other, Lease.random(), LATER);
    assertThat(evidence().windows()).containsExactly(new OwnedWindow(other, window(READS, 2, 0)));
    assertThat(evidence().feeds()).extracting(Feed::stream).containsExactly(other);
  }

  @Test
  void twoRemovedConnectorsOfOneAccountLeaveItOnce() {
    read();
    remove(stream);
    StreamId again = fixture.newStream();
    fixture.take(again, Lease.random(), LATER);
    remove(again);
    assertThat(evidence().feeds()).extracting(Feed::stream).containsExactly(again);
    assertThat(evidence().windows()).containsExactly(new OwnedWindow(again, window(READS, 1, 0)));
  }

  @Test
  void aRemovedConnectorThatReadNothingKeepsWhatAnEarlierOneLeft() {
    read();
    remove(stream);
    remove(fixture.newStream());
    assertThat(evidence().feeds()).extracting(Feed::stream).containsExactly(stream);
    assertThat(evidence().windows()).containsExactly(new OwnedWindow(stream, window(READS, 1, 0)));
  }

  @Test
  void whatARemovedConnectorHasReadTakesThePlaceOfWhatAnEarlierOneLeft() {
    read();
    StreamId other = fixture.newStream();
    Lease otherLease = fixture.taken(other);
    remove(stream);
    outcome(commit(other, otherLease, 0, 1).sum(READS, 2, 0).completeThrough(THROUGH));
    remove(other);
    assertThat(evidence().feeds()).extracting(Feed::stream).containsExactly(other);
    assertThat(evidence().windows()).containsExactly(new OwnedWindow(other, window(READS, 2, 0)));
    assertThat(administration.reconciliation().differences(fixture.organisation)).isEmpty();
  }

  @Test
  void aConnectorThatIsGivenAnotherAccountLeavesTheOldOneBehind() {
    read();
    Stratum elsewhere = new Stratum("postgres://other.example.com:5432");
    assertThat(take(stream, elsewhere, LATER)).isEqualTo(new LeaseAnswer.Taken(0, Cursor.start()));
    assertThat(evidence().feeds())
        .extracting(Feed::stratum)
        .containsExactlyInAnyOrder(Fixture.STRATUM, elsewhere);
    assertThat(evidence().cells()).isNotEmpty();
    assertThat(take(stream, Fixture.STRATUM, LATER))
        .as("and back: nothing was read elsewhere")
        .isEqualTo(new LeaseAnswer.Taken(1, new Cursor("{\"at\":1}")));
    assertThat(evidence().feeds()).extracting(Feed::stratum).containsExactly(Fixture.STRATUM);
  }

  @Test
  void aConnectorThatCannotBeOpenedKeepsItsPlatform() {
    read();
    StreamPlan unopened =
        new StreamPlan(
            "postgresql",
            new Stratum("connector:x"),
            Duration.ofMinutes(1),
            Duration.ZERO,
            Precedence.SCANNER,
            List.of());
    fixture.ledger.leases().take(stream, Lease.random(), LATER, unopened);
    assertThat(evidence().feeds())
        .singleElement()
        .satisfies(
            feed -> {
              assertThat(feed.stratum()).isEqualTo(Fixture.STRATUM);
              assertThat(feed.metrics()).isNotEmpty();
              assertThat(feed.latency()).hasSeconds(30);
            });
  }

  @Test
  void anOlderJobMovesNothing() {
    read();
    fixture.take(stream, Lease.random(), LATER);
    Stratum elsewhere = new Stratum("postgres://other.example.com:5432");
    assertThat(take(stream, elsewhere, Fixture.JOB)).isInstanceOf(LeaseAnswer.Superseded.class);
    assertThat(evidence().feeds()).extracting(Feed::stratum).containsExactly(Fixture.STRATUM);
  }

  private void read() {
    assertThat(
            outcome(
                commit(stream, lease, 0, 1)
                    .upsert(asset("a", "true"))
                    .sum(READS, 1, 0)
                    .completeThrough(THROUGH)))
        .isNotInstanceOf(Refused.class);
  }

  private void remove(StreamId of) {
    administration.connectors().remove(of.connector(), "test");
  }

  private LeaseAnswer take(StreamId of, Stratum stratum, PipelineJob job) {
    StreamPlan plan =
        new StreamPlan(
            "postgresql",
            stratum,
            Duration.ofMinutes(1),
            Duration.ofSeconds(30),
            Precedence.NATIVE_PLATFORM,
            List.of(READS));
    return fixture.ledger.leases().take(of, Lease.random(), job, plan);
  }

  private OrganisationEvidence evidence() {
    return fixture.ledger.evidence().changes(fixture.organisation, -1, Instant.EPOCH).orElseThrow();
  }

  private Object outcome(CommitBuilder commit) {
    return fixture.ledger.streams().commit(List.of(commit.build())).get(0);
  }
}
