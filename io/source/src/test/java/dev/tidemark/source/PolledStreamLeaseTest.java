// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.stream.Lease;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose stream it is, and how it ends. */
class PolledStreamLeaseTest extends PollingStage {
  @Test
  void aLostLeaseIsTakenAgainAndReadingGoesBackToTheRow() {
    append(5);
    work();
    Lease lost = stream.lease().orElseThrow();
    ledger.leases().forget(stream.assignment().stream());
    new LeaseWatch(ledger.leases()).look(List.of(stream));
    assertThat(stream.peek()).as("a page of the lost lease").isNull();
    work();
    assertThat(stream.lease()).isPresent().get().isNotEqualTo(lost);
    assertThat(sequence()).isEqualTo(1);
    assertThat(counts()).containsEntry(Outcome.LEASE_LOST, 1L);
  }

  @Test
  void aPageFetchedUnderALeaseLostMeanwhileIsDropped() {
    append(5);
    stream.advance();
    runOne();
    ledger.leases().forget(stream.assignment().stream());
    new LeaseWatch(ledger.leases()).look(List.of(stream));
    runOne();
    assertThat(stream.peek()).isNull();
    assertThat(polling.pool().pagesInFlight()).isZero();
  }

  @Test
  void aTwinInThisJvmTakesOverAndTheOtherEnds() {
    work();
    PolledStream twin = stream("events");
    twin.advance();
    runPool();
    new LeaseWatch(ledger.leases()).look(List.of(stream, twin));
    assertThat(stream.ended()).isTrue();
    assertThat(twin.ended()).isFalse();
    assertThat(counts()).containsEntry(Outcome.HANDED_OVER, 1L);
  }

  @Test
  void aLaterJobEndsTheStream() {
    work();
    ledger.registry().startJob();
    polling.registry().refresh();
    stream.check();
    runPool();
    assertThat(stream.ended()).isTrue();
    assertThat(account.open()).isZero();
    assertThat(counts()).containsEntry(Outcome.SUPERSEDED, 1L);
  }

  @Test
  void aWithdrawnStreamGivesBackLeaseAndConnector() {
    work();
    ledger.registry().pause(connector);
    polling.registry().refresh();
    stream.check();
    runPool();
    assertThat(stream.ended()).isTrue();
    assertThat(account.open()).isZero();
    assertThat(ledger.leases().holders(List.of(stream.assignment().stream()))).isEmpty();
  }

  @Test
  void whatTheRegistrySaidBeforeTheStreamCameDoesNotCount() {
    ledger.registry().pause(connector);
    polling.registry().refresh();
    ledger.registry().resume(connector);
    PolledStream resumed = stream("events");
    resumed.check();
    assertThat(resumed.ended()).isFalse();
  }

  @Test
  void aLeaseTakenAfterTheEndIsGivenBack() {
    stream.advance();
    stream.close();
    runPool();
    assertThat(ledger.leases().holders(List.of(stream.assignment().stream()))).isEmpty();
    assertThat(account.open()).isZero();
  }

  @Test
  void aLedgerThatIsDownIsAskedAgain() {
    ledger.goDown();
    work();
    assertThat(counts()).containsEntry(Outcome.LEDGER_DOWN, 1L);
    assertThat(account.open()).isZero();
    ledger.comeUp();
    clock.advance(Duration.ofSeconds(1));
    work();
    assertThat(stream.lease()).isPresent();
  }
}
