// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.spi.Category.Retry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration INTERVAL = Duration.ofSeconds(60);

  private final Schedule schedule = new Schedule(INTERVAL, 7, START);
  private Instant now = START;

  @Test
  void theFirstPollIsAtOnceTheSecondWithinAnIntervalLaterOnesJitterByATenth() {
    assertThat(schedule.due()).isEqualTo(START);
    assertThat(pauseAfterChange()).isBetween(INTERVAL.dividedBy(2), INTERVAL);
    for (int poll = 0; poll < 100; poll++) {
      assertThat(pauseAfterChange()).isBetween(Duration.ofSeconds(54), Duration.ofSeconds(66));
    }
  }

  @Test
  void theSameSeedGivesTheSameJitterAndAnotherOneAnother() {
    Schedule same = new Schedule(INTERVAL, 7, START);
    Schedule other = new Schedule(INTERVAL, 8, START);
    schedule.changed(START);
    same.changed(START);
    other.changed(START);

    assertThat(schedule.due()).isEqualTo(same.due()).isNotEqualTo(other.due());
  }

  @Test
  void theIntervalCountsFromTheBeginningOfThePassAndNeverIntoThePast() {
    schedule.changed(START);
    schedule.begin(START);
    now = START.plusSeconds(50);
    schedule.changed(now);
    assertThat(schedule.due()).isBetween(START.plusSeconds(54), START.plusSeconds(66));

    now = START.plusSeconds(500);
    schedule.changed(now);
    assertThat(schedule.due()).isEqualTo(now);
  }

  @Test
  void anIdleStreamIsPolledLessUntilItChanges() {
    pauseAfterChange();
    now = now.plus(Duration.ofMinutes(30));
    assertThat(pauseAfterIdle()).isLessThan(Duration.ofSeconds(67));
    now = now.plus(Duration.ofMinutes(61));
    assertThat(pauseAfterIdle()).isBetween(Duration.ofSeconds(108), Duration.ofSeconds(132));
    now = now.plus(Duration.ofHours(4));
    assertThat(pauseAfterIdle()).isBetween(Duration.ofSeconds(216), Duration.ofSeconds(264));
    assertThat(pauseAfterChange()).isLessThan(Duration.ofSeconds(67));
    assertThat(pauseAfterIdle()).isLessThan(Duration.ofSeconds(67));
  }

  @Test
  void transientFailuresBackOffFromASecondToFiveMinutes() {
    assertThat(pauseAfterFailure(Retry.SOON)).isBetween(millis(800), millis(1_200));
    assertThat(pauseAfterFailure(Retry.SOON)).isBetween(millis(1_600), millis(2_400));
    for (int failure = 0; failure < 60; failure++) {
      pauseAfterFailure(Retry.SOON);
    }
    assertThat(pauseAfterFailure(Retry.SOON)).isBetween(millis(240_000), millis(360_000));
  }

  @Test
  void lastingFailuresBackOffFromHalfAMinuteToAQuarterOfAnHour() {
    assertThat(pauseAfterFailure(Retry.SLOWLY)).isBetween(millis(24_000), millis(36_000));
    for (int failure = 0; failure < 20; failure++) {
      pauseAfterFailure(Retry.SLOWLY);
    }
    assertThat(pauseAfterFailure(Retry.SLOWLY)).isBetween(millis(720_000), millis(1_080_000));
  }

  @Test
  void aSuccessEndsTheBackoff() {
    pauseAfterFailure(Retry.SOON);
    pauseAfterFailure(Retry.SOON);
    schedule.proceed(now);
    assertThat(schedule.due()).isEqualTo(now);
    assertThat(pauseAfterFailure(Retry.SOON)).isLessThan(millis(1_201));
  }

  @Test
  void aStatedTimeIsNeverShortened() {
    Instant stated = START.plus(Duration.ofHours(30));
    for (int failure = 0; failure < 100; failure++) {
      schedule.failed(Retry.WHEN_TOLD, stated, START);
      assertThat(schedule.due()).isBetween(stated, stated.plusSeconds(1));
    }
  }

  @Test
  void withoutAStatedTimeARateLimitBacksOffSlowly() {
    schedule.failed(Retry.WHEN_TOLD, null, START);
    assertThat(Duration.between(START, schedule.due())).isGreaterThan(Duration.ofSeconds(23));
  }

  @Test
  void aHintBringsThePollForwardButNotWithinFiveSecondsOfTheLastPass() {
    pauseAfterChange();
    schedule.hint(now.plusSeconds(1));
    assertThat(schedule.due()).isEqualTo(now.plusSeconds(5));
    schedule.hint(now.plusSeconds(2));
    assertThat(schedule.due()).as("once more changes nothing").isEqualTo(now.plusSeconds(5));
  }

  @Test
  void hintsNeverPutAPollOff() {
    pauseAfterChange();
    Instant due = schedule.due();
    schedule.hint(due.plusSeconds(1));
    assertThat(schedule.due()).isEqualTo(due);
  }

  @Test
  void passesThatTakeLongAreBroughtForwardToATenthOfTheTime() {
    Schedule daily = new Schedule(Duration.ofDays(1), 7, START);
    daily.begin(START);
    now = START.plus(Duration.ofMinutes(6));
    daily.changed(now);
    daily.hint(now);
    assertThat(daily.due()).isEqualTo(START.plus(Duration.ofHours(1)));
  }

  @Test
  void aHintDuringAPassIsAnsweredByTheNextOneAndOneBeforeItByItself() {
    schedule.hint(START);
    schedule.begin(START);
    schedule.changed(START.plusMillis(1));
    assertThat(schedule.due()).as("answered").isAfter(START.plusSeconds(29));
    schedule.begin(START);
    schedule.hint(START);
    schedule.changed(START.plusMillis(1));
    assertThat(schedule.due()).as("came too late for it").isEqualTo(START.plusSeconds(5));
  }

  @Test
  void aHintShortensNoWaitForAnotherReason() {
    schedule.failed(Retry.SLOWLY, null, START);
    Instant due = schedule.due();
    schedule.hint(START);
    assertThat(schedule.due()).as("quarantined").isEqualTo(due);
    schedule.rest(START.plusSeconds(3_600), START);
    schedule.hint(START);
    assertThat(schedule.due()).as("the budget is spent").isAfter(START.plusSeconds(3_599));
  }

  private Duration pauseAfterChange() {
    schedule.begin(now);
    schedule.changed(now);
    return Duration.between(now, schedule.due());
  }

  private Duration pauseAfterIdle() {
    schedule.begin(now);
    schedule.idle(now);
    return Duration.between(now, schedule.due());
  }

  private Duration pauseAfterFailure(Retry retry) {
    schedule.failed(retry, null, now);
    return Duration.between(now, schedule.due());
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
