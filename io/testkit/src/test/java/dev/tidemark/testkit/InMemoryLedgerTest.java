// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.stream.CommitOutcome;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.spi.ledger.LeaseAnswer;
import dev.tidemark.spi.ledger.LedgerException;
import dev.tidemark.spi.ledger.RegistryChange;
import dev.tidemark.spi.ledger.StreamPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The protocol's rules as the ledger in memory keeps them. */
class InMemoryLedgerTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final InMemoryLedger ledger = InMemoryLedger.create(VirtualClock.at(NOW));
  private final OrganisationId organisation = ledger.registry().addOrganisation("Acme");
  private final ConnectorId connector = ledger.registry().connect(organisation, "example", "{}");
  private final StreamId stream = new StreamId(organisation, connector, "events");
  private final StreamPlan plan =
      new StreamPlan(
          "example",
          new Stratum("example://a"),
          Duration.ofSeconds(1),
          Duration.ZERO,
          Precedence.NATIVE_PLATFORM,
          List.of());
  private final PipelineJob job = ledger.registry().startJob();
  private final Lease lease = Lease.random();

  @Test
  void aCommitUnderTheLeaseOnItsBaseIsAcceptedAndItsRetryAsWell() {
    take(lease, job);

    assertThat(commit(lease, 0, 3)).isInstanceOf(CommitOutcome.Accepted.class);
    assertThat(commit(lease, 0, 3)).isInstanceOf(CommitOutcome.Accepted.class);
    assertThat(ledger.evidence().changes(organisation, -1, NOW).orElseThrow().revision())
        .isEqualTo(1);
    assertThat(take(Lease.random(), job))
        .isEqualTo(new LeaseAnswer.Taken(3, new Cursor("{\"n\":3}")));
  }

  /** Another instance under the same lease may have brought the row there with other pages. */
  @Test
  void aCommitToTheSameSequenceWithOtherContentIsRefused() {
    take(lease, job);
    commit(lease, 0, 3);

    StreamCommit other = built(lease, 0, 3, new Volume(2, 0, 0, 2));
    assertThat(ledger.streams().commit(List.of(other)).get(0))
        .isInstanceOf(CommitOutcome.Refused.class);
    assertThat(ledger.leases().holders(List.of(stream))).isEmpty();
  }

  @Test
  void commitsThatCameTogetherAreKnownAgainTogether() {
    take(lease, job);
    List<StreamCommit> both =
        List.of(built(lease, 0, 2, Volume.none()), built(lease, 2, 3, Volume.none()));

    assertThat(ledger.streams().commit(both))
        .hasOnlyElementsOfType(CommitOutcome.Accepted.class)
        .isEqualTo(ledger.streams().commit(both));
    assertThat(ledger.streams().commit(both.subList(1, 2)).get(0))
        .isInstanceOf(CommitOutcome.Refused.class);
  }

  @Test
  void aCommitOnAnotherBaseIsRefusedAndTakesTheLeaseAway() {
    take(lease, job);

    assertThat(commit(lease, 1, 3)).isInstanceOf(CommitOutcome.Refused.class);
    assertThat(ledger.leases().holders(List.of(stream))).isEmpty();
    assertThat(commit(lease, 0, 3)).isInstanceOf(CommitOutcome.Refused.class);
  }

  @Test
  void aLaterJobSupersedesAnEarlierOneForGood() {
    take(lease, job);
    PipelineJob later = ledger.registry().startJob();
    take(Lease.random(), later);

    assertThat(commit(lease, 0, 1))
        .isInstanceOfSatisfying(
            CommitOutcome.Refused.class,
            refused -> assertThat(refused.supersededBy()).isEqualTo(later));
    ledger.leases().forget(stream);
    assertThat(take(Lease.random(), job)).isEqualTo(new LeaseAnswer.Superseded(later));
  }

  @Test
  void aRestoredBackupRefusesWhatWasBuiltOnWhatIsLost() {
    take(lease, job);
    Backup backup = ledger.backup();
    commit(lease, 0, 1);
    backup.restore();

    assertThat(commit(lease, 1, 2)).isInstanceOf(CommitOutcome.Refused.class);
  }

  @Test
  void theRegistryShowsEveryConnectorOnceAtItsNewest() {
    ledger.registry().change(connector, "{\"account\":\"b\"}");

    List<RegistryChange> changes = ledger.registry().changesAfter(0, 10);
    assertThat(changes)
        .hasSize(2)
        .isSortedAccordingTo((a, b) -> Long.compare(a.version(), b.version()));
    assertThat(ledger.registry().activeVersions())
        .containsOnlyKeys(connector)
        .containsValue(changes.get(1).version());
    ledger.registry().pause(connector);
    assertThat(ledger.registry().activeVersions()).isEmpty();
    ledger.registry().remove(connector);
    assertThat(take(lease, job)).isEqualTo(new LeaseAnswer.Gone());
  }

  @Test
  void aLedgerThatIsDownFailsEveryCallUntilItComesUp() {
    ledger.goDown();
    assertThatThrownBy(() -> ledger.registry().activeVersions())
        .isInstanceOf(LedgerException.class);
    ledger.comeUp();
    assertThat(ledger.registry().activeVersions()).containsOnlyKeys(connector);
  }

  private LeaseAnswer take(Lease with, PipelineJob by) {
    return ledger.leases().take(stream, with, by, plan);
  }

  private CommitOutcome commit(Lease under, long base, long sequence) {
    StreamCommit commit = built(under, base, sequence, Volume.none());
    return ledger.streams().commit(List.of(commit)).get(0);
  }

  private StreamCommit built(Lease under, long base, long sequence, Volume volume) {
    Cursor cursor = new Cursor("{\"n\":" + sequence + "}");
    return new StreamCommit(
        stream, under, base, sequence, cursor, List.of(), List.of(), List.of(), List.of(), null,
        NOW, volume);
  }
}
