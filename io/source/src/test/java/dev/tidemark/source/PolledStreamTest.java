// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.ledger.StreamReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** When a stream is fetched, and what comes of it. */
class PolledStreamTest extends PollingStage {
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
    runPool();
    assertThat(polling.pool().pagesInFlight()).isZero();
  }

  /** Where there is no room for long, luck does not decide who reads. */
  @Test
  void whoWaitsForRoomIsNotOvertaken() {
    account.events().pageSizes(() -> 1);
    append(100);
    for (int page = 1; page < PAGES_IN_FLIGHT; page++) {
      polling.pool().reserve();
    }
    PolledStream tables = stream("tables");
    work();
    tables.advance();
    runPool();
    assertThat(sequence()).isEqualTo(1);
    work();
    assertThat(tables.peek()).isNull();
    assertThat(sequence()).isEqualTo(2);
    work();
    assertThat(tables.peek()).isNotNull();
    assertThat(stream.peek()).isNull();
  }

  /** The requests of a slow account that wait for each other keep no room from others. */
  @Test
  void whoWaitsForTheConcurrentRequestsOfItsAccountTakesNoRoom() {
    int room = 30;
    Polling roomy = polling(new FetchPool(type -> pool::add, room));
    for (int joining = 0; joining < room; joining++) {
      stream("events", roomy).advance();
    }
    for (int joined = 0; joined < room; joined++) {
      runOne();
    }
    assertThat(pool).isNotEmpty().hasSize(roomy.pool().pagesInFlight()).hasSizeLessThan(room);
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
}
