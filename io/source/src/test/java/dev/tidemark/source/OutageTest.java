// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ledger.StreamReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A source that is away for an hour, second by second. */
final class OutageTest extends PollingStage {
  private static final Instant BACK = START.plus(Duration.ofHours(1));
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(6);

  private final PolledStream tables = stream("tables");
  private final List<Instant> tries = new ArrayList<>();

  @Test
  void isQuarantinedAndTriedAgainWhileTheRestRunsOn() {
    beAway();
    passTimeUntil(BACK);
    StreamReport.Failure failure = Objects.requireNonNull(reported("events").failure());
    assertThat(failure.category()).isEqualTo(Category.TRANSIENT);
    assertThat(failure.nextTry()).isBetween(BACK.minus(LONGEST_PAUSE), BACK.plus(LONGEST_PAUSE));
    assertThat(stream.ended()).isFalse();

    assertThat(tries).as("more and more patient").hasSizeBetween(15, 30);
    assertThat(Duration.between(tries.get(0), tries.get(1))).isLessThan(Duration.ofSeconds(4));
    assertThat(pauses()).allMatch(pause -> pause.compareTo(LONGEST_PAUSE) <= 0);
    assertThat(reported("tables").failure()).isNull();
    assertThat(account.tables().fetches()).as("polled all the time").isGreaterThan(1_800);
  }

  @Test
  void readsOnWhereItStoppedWithTheFirstTryThatSucceeds() {
    append(3);
    work();
    assertThat(sequence()).isEqualTo(1);
    beAway();
    passTimeUntil(BACK);
    account.events().troubles().recover();
    account.events().append(BACK.minusSeconds(600), "k", 1);
    passTimeUntil(Objects.requireNonNull(reported("events").failure()).nextTry());
    work();
    assertThat(Objects.requireNonNull(stream.peek()).changes()).hasSize(1);
    assertThat(sequence()).isEqualTo(2);
    assertThat(stream.failure()).isEmpty();
    polling.reports().flush();
    assertThat(reported("events").failure()).isNull();
  }

  private void beAway() {
    account.events().troubles().fail(Category.TRANSIENT, "connection refused");
  }

  private void passTimeUntil(Instant end) {
    while (clock.instant().isBefore(end)) {
      long before = account.events().fetches();
      work();
      tables.advance();
      runPool();
      tables.poll();
      if (account.events().fetches() > before) {
        tries.add(clock.instant());
      }
      clock.advance(Duration.ofSeconds(1));
    }
    polling.reports().flush();
  }

  private List<Duration> pauses() {
    List<Duration> pauses = new ArrayList<>();
    for (int at = 1; at < tries.size(); at++) {
      pauses.add(Duration.between(tries.get(at - 1), tries.get(at)));
    }
    return pauses;
  }

  private StreamReport reported(String name) {
    List<StreamReport> all = reports(name);
    return all.get(all.size() - 1);
  }
}
