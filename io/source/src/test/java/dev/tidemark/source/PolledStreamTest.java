// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.Assignment;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.ledger.StreamReport;
import dev.tidemark.testkit.ExampleAccount;
import dev.tidemark.testkit.InMemoryLedger;
import dev.tidemark.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Streams whose pool works when the test says so, by a clock the test moves. */
class PolledStreamTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int PAGES_IN_FLIGHT = 4;

  private final VirtualClock clock = VirtualClock.at(START);
  private final InMemoryLedger ledger = InMemoryLedger.create(clock);
  private final ExampleAccount account =
      ExampleAccount.named("polled-" + UUID.randomUUID()).on(clock);
  private final OrganisationId organisation = ledger.registry().addOrganisation("Acme");
  private final ConnectorId connector =
      ledger.registry().connect(organisation, "example", account.settings());
  private final PipelineJob job = ledger.registry().startJob();
  private final Deque<Runnable> pool = new ArrayDeque<>();
  private final Polling polling = polling();
  private final PolledStream stream = stream("events");

  @AfterEach
  void discard() {
    ledger.discard();
  }

  @Test
  void advancingOnlyHandsWorkToThePool() {
    account.events().troubles().hold();
    stream.advance();
    stream.advance();
    assertThat(pool).hasSize(1);
    assertThat(stream.pause()).isEqualTo(Duration.ofMillis(5));
    assertThat(account.events().fetches()).isZero();
  }

  @Test
  void pagesAreReadAheadButNotFar() {
    account.events().pageSizes(() -> 1);
    append(100);
    work();
    assertThat(account.events().fetches()).isEqualTo(2);
    assertThat(sequence()).isEqualTo(1);
    work();
    assertThat(account.events().fetches()).isEqualTo(3);
    assertThat(sequence()).isEqualTo(2);
  }

  @Test
  void pagesInFlightAreBoundedOverAllStreams() {
    account.events().pageSizes(() -> 1);
    append(100);
    List<PolledStream> many = List.of(stream, stream("events"), stream("events"));
    for (int round = 0; round < 10; round++) {
      many.forEach(PolledStream::advance);
      work();
      clock.advance(Duration.ofMillis(50));
    }
    assertThat(polling.pool().pagesInFlight()).isEqualTo(PAGES_IN_FLIGHT);
    many.forEach(PolledStream::close);
    assertThat(polling.pool().pagesInFlight()).isZero();
  }

  @Test
  void anIdleStreamRestsUntilItIsDueAndWritesNothing() {
    work();
    stream.poll();
    clock.advance(Duration.ofMinutes(2));
    work();
    assertThat(stream.peek()).isNull();
    assertThat(counts()).containsEntry(Outcome.IDLE, 1L);
    assertThat(stream.pause()).isBetween(Duration.ofMillis(900), Duration.ofMillis(1_100));
    assertThat(polling.pool().pagesInFlight()).isZero();
  }

  @Test
  void aFailureIsReportedUnderTheLeaseAndTriedAgainOnItsOwnSchedule() {
    account.events().troubles().fail(Category.TRANSIENT, "connection refused");
    work();
    polling.reports().flush();
    StreamReport report = reports("events").get(0);
    StreamReport.Failure failure = Objects.requireNonNull(report.failure());
    assertThat(failure.message()).isEqualTo("connection refused");
    assertThat(failure.nextTry()).isAfter(START);

    work();
    assertThat(account.events().fetches()).isEqualTo(1);
    account.events().troubles().recover();
    clock.advanceTo(failure.nextTry());
    work();
    assertThat(account.events().fetches()).isEqualTo(2);
    assertThat(stream.failure()).isEmpty();
  }

  @Test
  void aRateLimitHoldsEveryStreamOfTheCredentialUntilTheStatedTime() {
    Instant until = START.plus(Duration.ofHours(2));
    account
        .events()
        .troubles()
        .failNext(1, () -> ConnectorException.rateLimited("slow down", until));
    PolledStream sibling = stream("tables");
    work();
    sibling.advance();
    work();
    while (clock.instant().isBefore(until.minusSeconds(60))) {
      clock.advance(Duration.ofMinutes(1));
      sibling.advance();
      work();
    }
    assertThat(account.events().fetches() + account.tables().fetches()).isEqualTo(1);
    clock.advanceTo(until.plusSeconds(1));
    sibling.advance();
    work();
    assertThat(account.events().fetches() + account.tables().fetches()).isEqualTo(3);
  }

  @Test
  void aDefectOfTheConnectorIsNamedWithoutWhatItsMessageHolds() {
    ConnectorException defect =
        Failures.of(new IllegalStateException("password=hunter2"), "example");
    assertThat(defect.category()).isEqualTo(Category.INTERNAL);
    assertThat(defect).hasMessageContaining("IllegalStateException at dev.tidemark.source");
    assertThat(defect.getMessage()).doesNotContain("hunter2");
  }

  @Test
  void settingsThatAreWrongAreReportedAtTheStream() {
    ledger.registry().change(connector, "{\"acount\":\"typo\"}");
    PolledStream misconfigured = stream("events");
    misconfigured.advance();
    runPool();
    polling.reports().flush();
    StreamReport.Failure failure = Objects.requireNonNull(reports("events").get(0).failure());
    assertThat(failure.category()).isEqualTo(Category.CONFIG);
    assertThat(failure.message()).contains("acount");
  }

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

  /** Advances and lets the pool work until it has nothing to do. */
  private void work() {
    stream.advance();
    runPool();
  }

  private void runPool() {
    while (!pool.isEmpty()) {
      runOne();
    }
  }

  private void runOne() {
    pool.remove().run();
  }

  private long sequence() {
    return Objects.requireNonNull(stream.poll()).stamp().sequence();
  }

  private Map<Outcome, Long> counts() {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    stream.count(counts::put);
    return counts;
  }

  private List<StreamReport> reports(String name) {
    return ledger.leases().reports(new StreamId(organisation, connector, name));
  }

  private void append(int rows) {
    for (int row = 0; row < rows; row++) {
      account.events().append(START.minusSeconds(1_000L - row), "k", 1);
    }
  }

  private PolledStream stream(String name) {
    Long version = ledger.registry().activeVersions().get(connector);
    return new PolledStream(
        polling,
        new Assignment(
            new StreamId(organisation, connector, name),
            "example",
            Objects.requireNonNull(version),
            Duration.ofSeconds(1)),
        7);
  }

  private Polling polling() {
    return new Polling(
        job,
        ledger.leases(),
        new RegistryView(ledger.registry(), System::nanoTime),
        new OpenConnectors(ledger.registry(), new Budgets(clock)),
        new FetchPool(type -> pool::add, PAGES_IN_FLIGHT),
        new Reports(ledger.leases()),
        new HeldLeases(),
        PageLimits.STANDARD,
        clock);
  }
}
