// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ledger.StreamReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final StreamId STREAM =
      new StreamId(
          new OrganisationId(UUID.randomUUID()), new ConnectorId(UUID.randomUUID()), "events");

  private final Lease lease = Lease.random();
  private final Heartbeat heartbeat = new Heartbeat(STREAM, Duration.ofSeconds(1));

  @Test
  void theFirstPassIsToldAtOnceAndThenFourTimesAMinute() {
    int reports = 0;
    for (int second = 0; second < 60; second++) {
      reports += passed(START.plusSeconds(second)).isPresent() ? 1 : 0;
    }
    assertThat(reports).isEqualTo(4);
  }

  @Test
  void aStreamPolledEachHourIsToldEachTime() {
    Heartbeat hourly = new Heartbeat(STREAM, Duration.ofHours(1));
    for (int hour = 0; hour < 5; hour++) {
      Instant now = START.plus(Duration.ofHours(hour));
      assertThat(hourly.passed(lease, now, 0, now)).isPresent();
    }
  }

  @Test
  void completenessIsClaimedOnlyAfterPagesHadTimeToBeCommitted() {
    heartbeat.page(START);
    assertThat(passed(START).orElseThrow().completeThrough()).isNull();
    assertThat(passed(START.plusSeconds(29)).orElseThrow().completeThrough()).isNull();
    Instant later = START.plusSeconds(60);
    assertThat(passed(later).orElseThrow().completeThrough()).isEqualTo(later);
  }

  @Test
  void aSnapshotWhosePagesNeverEndIsAsCompleteAsItsLastPassButOne() {
    for (int minute = 0; minute < 5; minute++) {
      Instant now = START.plus(Duration.ofMinutes(minute));
      heartbeat.page(now);
      assertThat(passed(now).orElseThrow().completeThrough())
          .isEqualTo(minute == 0 ? null : now.minusSeconds(60));
    }
  }

  @Test
  void aSnapshotReadEachSecondIsNeverMuchMoreThanAMinuteBehind() {
    Instant claimed = START;
    for (int second = 0; second < 300; second++) {
      Instant now = START.plusSeconds(second);
      heartbeat.page(now);
      Instant through = passed(now).map(StreamReport::completeThrough).orElse(null);
      claimed = through == null ? claimed : through;
      assertThat(claimed).isAfterOrEqualTo(now.minusSeconds(90)).isBefore(now.plusSeconds(1));
    }
    assertThat(claimed).isAfter(START.plusSeconds(200));
  }

  @Test
  void aFailureIsToldAtOnceAndSoIsItsEnd() {
    passed(START);
    assertThat(failed(Category.AUTH, START.plusSeconds(1))).isPresent();
    assertThat(failed(Category.AUTH, START.plusSeconds(2))).isEmpty();
    assertThat(failed(Category.TRANSIENT, START.plusSeconds(3))).isPresent();
    assertThat(passed(START.plusSeconds(4)).orElseThrow().failure()).isNull();
    assertThat(passed(START.plusSeconds(5))).isEmpty();
  }

  @Test
  void aNewLeaseTellsAnew() {
    passed(START);
    heartbeat.begin();
    assertThat(passed(START.plusSeconds(1)).orElseThrow().caughtUp()).isTrue();
  }

  private Optional<StreamReport> passed(Instant now) {
    return heartbeat.passed(lease, now, 0, now);
  }

  private Optional<StreamReport> failed(Category category, Instant now) {
    return heartbeat.failed(lease, new StreamReport.Failure(category, "m", now), now);
  }
}
