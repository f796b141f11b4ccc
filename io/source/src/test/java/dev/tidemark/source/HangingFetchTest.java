// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.stream.Page;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.ledger.StreamReport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fetches that do not end, on one real thread per connector type. */
@Timeout(600)
final class HangingFetchTest extends PollingStage {
  private static final Duration DEADLINE = SourceLimits.STANDARD.fetchDeadline();

  private final FetchPool threads = FetchPool.threads(1, PAGES_IN_FLIGHT);
  private final Polling real = polling(threads);
  private final PolledStream events = stream("events", real);
  private final PolledStream tables = stream("tables", real);

  @AfterEach
  void letGo() {
    account.events().troubles().release();
    threads.close();
  }

  @Test
  void aFetchIsLeftAloneUntilItsDeadline() throws InterruptedException {
    hang();
    clock.advance(DEADLINE.minusMillis(1));
    events.advance();
    assertThat(events.failure()).isEmpty();
    assertThat(threads.pagesInFlight()).isEqualTo(1);
  }

  @Test
  void aFetchThatIgnoresItsInterruptionIsGivenUpAndReported() throws InterruptedException {
    hang();
    giveUp(events);
    ConnectorException failure = events.failure().orElseThrow();
    assertThat(failure.category()).isEqualTo(Category.TRANSIENT);
    assertThat(failure).hasMessageContaining("within 300.0 s about stream 'events'");
    assertThat(threads.pagesInFlight()).isZero();
    real.reports().flush();
    StreamReport.Failure reported = Objects.requireNonNull(reports("events").get(0).failure());
    assertThat(reported.nextTry()).isAfter(clock.instant());
  }

  /** There is one thread, and it hangs: another takes its place. */
  @Test
  void otherStreamsRunOn() throws InterruptedException {
    hang();
    tables.advance();
    giveUp(events);
    settle();
    assertThat(account.tables().fetches()).isEqualTo(1);
    assertThat(Objects.requireNonNull(tables.poll()).stamp().sequence()).isEqualTo(1);
  }

  @Test
  void anAnswerThatComesTooLateIsDroppedAndTheStreamReadAgain() throws InterruptedException {
    append(3);
    hang();
    giveUp(events);
    account.events().troubles().release();
    retry(events);
    Page page = Objects.requireNonNull(events.poll());
    assertThat(page.stamp().sequence()).isEqualTo(1);
    assertThat(page.changes()).hasSize(3);
    assertThat(events.peek()).isNull();
    assertThat(threads.pagesInFlight()).isZero();
    assertThat(threads.isExhausted("example")).isFalse();
  }

  @Test
  void aStreamIsTriedOnceMoreWhileItsFetchHangsAndThenLeftAlone() throws InterruptedException {
    hang();
    giveUp(events);
    advanceToRetry(events);
    account.events().troubles().awaitStruck(2);
    giveUp(events);
    for (int again = 0; again < 3; again++) {
      clock.advance(Duration.ofMinutes(10));
      events.advance();
    }
    assertThat(account.events().fetches()).isEqualTo(2);
    assertThat(events.failure().orElseThrow()).hasMessageContaining("still hang in example");

    account.events().troubles().release();
    retry(events);
    assertThat(events.failure()).isEmpty();
  }

  @Test
  void anInterruptionThatIsHonouredEndsTheFetchAtOnce() throws InterruptedException {
    account.events().troubles().hold();
    events.advance();
    account.events().troubles().awaitStruck(1);
    giveUp(events);
    account.events().troubles().release();
    retry(events);
    assertThat(events.failure()).isEmpty();
    assertThat(account.events().fetches()).isEqualTo(2);
  }

  /** Nothing waits for what a stream that has ended was fetching, its connector least of all. */
  @Test
  void aStreamThatEndsInterruptsWhatItFetches() throws InterruptedException {
    account.events().troubles().hold();
    events.advance();
    account.events().troubles().awaitStruck(1);
    events.close();
    threads.close();
    assertThat(account.open()).isZero();
    assertThat(ledger.leases().holders(List.of(events.assignment().stream()))).isEmpty();
  }

  private void hang() throws InterruptedException {
    account.events().troubles().hang();
    events.advance();
    account.events().troubles().awaitStruck(1);
  }

  private void giveUp(PolledStream polled) {
    clock.advance(DEADLINE);
    polled.advance();
    assertThat(polled.failure()).isPresent();
  }

  private void advanceToRetry(PolledStream polled) {
    clock.advance(polled.pause());
    polled.advance();
  }

  private void retry(PolledStream polled) throws InterruptedException {
    while (polled.peek() == null) {
      advanceToRetry(polled);
      settle();
    }
  }

  /**
   * Waits until what was handed to the one thread that does not hang, and what that led to, is
   * done.
   */
  private void settle() throws InterruptedException {
    for (int step = 0; step < 2; step++) {
      CountDownLatch done = new CountDownLatch(1);
      threads.of("example").execute(done::countDown);
      done.await();
    }
  }
}
