// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import static dev.tidemark.postgres.ledger.CommitBuilder.asset;
import static dev.tidemark.postgres.ledger.CommitBuilder.commit;
import static dev.tidemark.postgres.ledger.CommitBuilder.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.Population;
import dev.tidemark.model.stream.CommitOutcome.Refused;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.model.window.Grain;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.Rewinding;
import dev.tidemark.spi.ledger.LeaseAnswer;
import dev.tidemark.spi.ledger.OrganisationEvidence;
import dev.tidemark.spi.ledger.OrganisationEvidence.Attestation;
import dev.tidemark.spi.ledger.OrganisationEvidence.NotApplicable;
import dev.tidemark.spi.ledger.OrganisationEvidence.OwnedWindow;
import dev.tidemark.spi.ledger.OrganisationEvidence.RegisterEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final String READS = "tidemark.data.asset.read";
  private static final String COUNT = "tidemark.data.asset.count";
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
  void whatChangedSinceARevisionIsAllThereIsToRead() {
    apply(commit(stream, lease, 0, 1).sum(READS, 1, 0).sum(COUNT, 1, 0));
    apply(commit(stream, lease, 1, 2).sum(COUNT, 2, 0));
    OrganisationEvidence whole = changes(-1);
    assertThat(whole.complete()).isTrue();
    assertThat(whole.windows())
        .containsExactlyInAnyOrder(
            new OwnedWindow(stream, window(READS, 1, 0)),
            new OwnedWindow(stream, window(COUNT, 2, 0)));
    OrganisationEvidence since = changes(1);
    assertThat(since.complete()).isFalse();
    assertThat(since.revision()).isEqualTo(2);
    assertThat(since.windows()).containsExactly(new OwnedWindow(stream, window(COUNT, 2, 0)));
    assertThat(changes(2).windows()).isEmpty();
  }

  @Test
  void onlyDayWindowsSinceADayAreRead() {
    WindowKey hour =
        new WindowKey(Fixture.STRATUM, READS, Attributes.none(), Grain.HOUR, CommitBuilder.DAY);
    apply(
        commit(stream, lease, 0, 1)
            .sum(READS, 1, 0)
            .window(new WindowChange(hour, CommitBuilder.partial(1), CommitBuilder.partial(0))));
    assertThat(changes(-1).windows()).hasSize(1);
    Instant later = CommitBuilder.DAY.plusSeconds(1);
    assertThat(
            fixture
                .ledger
                .evidence()
                .changes(fixture.organisation, -1, later)
                .orElseThrow()
                .windows())
        .isEmpty();
  }

  @Test
  void aCacheFromTheFutureOfARestoredDatabaseIsReadAnew() {
    apply(commit(stream, lease, 0, 1).sum(READS, 1, 0));
    OrganisationEvidence evidence = changes(99);
    assertThat(evidence.complete()).isTrue();
    assertThat(evidence.windows()).hasSize(1);
  }

  @Test
  void feedsPopulationsRegisterAndAttestationsComeWhole() {
    Instant through = Instant.parse("2026-03-01T10:42:00Z");
    apply(
        commit(stream, lease, 0, 1)
            .population("table", 3, 4)
            .population("table", 5, 9)
            .completeThrough(through));
    NotApplicable decision =
        new NotApplicable(LocalDate.of(2026, 1, 31), "no data of people", "someone");
    RegisterEntry declaration =
        RegisterEntry.undeclared(Fixture.STRATUM).counting(2.5).exempt("GOV.OWN", decision);
    administration.register().declare(fixture.organisation, declaration, "audit", "someone");
    administration.register().declare(fixture.organisation, declaration, "again", "someone");
    Attestation attestation =
        new Attestation("GOV.OWN", Fixture.STRATUM, 0.5, "someone", LocalDate.of(2999, 1, 1));
    administration.attestations().sign(fixture.organisation, attestation, "it is so");
    OrganisationEvidence evidence = changes(0);
    assertThat(evidence.populations())
        .containsExactly(new Population(Fixture.STRATUM, "table", 5, 9));
    assertThat(evidence.feeds())
        .singleElement()
        .satisfies(
            feed -> {
              assertThat(feed.completeThrough()).isEqualTo(through);
              assertThat(feed.metrics()).contains(COUNT);
              assertThat(feed.latency()).hasSeconds(30);
            });
    assertThat(evidence.register()).containsExactly(declaration);
    assertThat(evidence.attestations()).containsExactly(attestation);
    assertThat(evidence.revision()).isEqualTo(4);
    assertThat(administration.register().history(fixture.organisation)).hasSize(2);
  }

  @Test
  void anOrganisationThatIsNotThereHasNoEvidence() {
    OrganisationId nobody = new OrganisationId(UUID.randomUUID());
    assertThat(fixture.ledger.evidence().changes(nobody, -1, Instant.EPOCH)).isEmpty();
    assertThat(fixture.ledger.evidence().closed(fixture.organisation, LocalDate.EPOCH)).isEmpty();
  }

  @Test
  void aResetConnectorLeavesNothingAndBeginsAgainAtAHigherSequence() {
    StreamId other = fixture.newStream();
    Lease otherLease = fixture.taken(other);
    apply(commit(other, otherLease, 0, 1).upsert(asset("a", "true")).sum(READS, 2, 0));
    apply(
        commit(stream, lease, 0, 3)
            .upsert(asset("a", "true"), asset("b", "true"))
            .sum(READS, 1, 0));
    administration.connectors().reset(stream.connector(), "test");
    OrganisationEvidence evidence = changes(2);
    assertThat(evidence.complete()).isTrue();
    assertThat(evidence.windows()).containsExactly(new OwnedWindow(other, window(READS, 2, 0)));
    assertThat(evidence.cells()).singleElement().satisfies(c -> assertThat(c.count()).isOne());
    assertThat(administration.reconciliation().differences(fixture.organisation)).isEmpty();
    assertThat(outcome(commit(stream, lease, 3, 4))).isInstanceOf(Refused.class);
    assertThat(fixture.take(stream, Lease.random()))
        .isEqualTo(new LeaseAnswer.Taken(4, dev.tidemark.model.stream.Cursor.start()));
  }

  @Test
  void aRewoundStreamLeavesNothingAndItsSiblingIsAsItWas() {
    StreamId sibling = new StreamId(fixture.organisation, stream.connector(), "sibling");
    Lease siblingLease = fixture.taken(sibling);
    apply(commit(sibling, siblingLease, 0, 1).upsert(asset("a", "true")).sum(READS, 2, 0));
    apply(
        commit(stream, lease, 0, 3)
            .upsert(asset("a", "true"), asset("b", "true"))
            .sum(READS, 1, 0));
    Rewinding rewinding = administration.rewinding();
    Rewinding.Held held = rewinding.held(stream.connector(), stream.name()).orElseThrow();
    assertThat(held.windows()).isOne();
    assertThat(held.facts()).isEqualTo(2);
    assertThat(held.earliest()).isEqualTo(CommitBuilder.DAY);
    assertThat(rewinding.rewind(stream.connector(), stream.name(), "test")).contains(held);
    OrganisationEvidence evidence = changes(2);
    assertThat(evidence.windows()).containsExactly(new OwnedWindow(sibling, window(READS, 2, 0)));
    assertThat(evidence.cells()).singleElement().satisfies(c -> assertThat(c.count()).isOne());
    assertThat(administration.reconciliation().differences(fixture.organisation)).isEmpty();
    assertThat(outcome(commit(stream, lease, 3, 4).sum(READS, 9, 0)))
        .as("what is still on its way under the old lease counts nothing")
        .isInstanceOf(Refused.class);
    assertThat(outcome(commit(sibling, siblingLease, 1, 2))).isNotInstanceOf(Refused.class);
    assertThat(fixture.take(stream, Lease.random()))
        .isEqualTo(new LeaseAnswer.Taken(4, dev.tidemark.model.stream.Cursor.start()));
    assertThat(rewinding.rewind(stream.connector(), "none", "test")).isEmpty();
  }

  private OrganisationEvidence changes(long after) {
    return fixture
        .ledger
        .evidence()
        .changes(fixture.organisation, after, Instant.EPOCH)
        .orElseThrow();
  }

  private void apply(CommitBuilder commit) {
    assertThat(outcome(commit)).isNotInstanceOf(Refused.class);
  }

  private Object outcome(CommitBuilder commit) {
    return fixture.ledger.streams().commit(List.of(commit.build())).get(0);
  }
}
