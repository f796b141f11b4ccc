// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.ledger.LeaseHolder;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TenureTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final PipelineJob job = new PipelineJob(UUID.randomUUID(), 3);
  private final HeldLeases held = new HeldLeases();
  private final Tenure tenure = new Tenure(job, held, held.new Visits(), 7);
  private final Lease lease = Lease.random();

  @Test
  void nobodysStreamIsTaken() {
    assertThat(tenure.judge(null, NOW)).isEqualTo(Tenure.Verdict.TAKE);
  }

  @Test
  void aLaterJobsStreamIsLeft() {
    LeaseHolder later = new LeaseHolder(lease, new PipelineJob(UUID.randomUUID(), 4));
    assertThat(tenure.judge(later, NOW)).isEqualTo(Tenure.Verdict.SUPERSEDED);
  }

  @Test
  void aStreamAnotherInstanceOfThisJvmReadsIsHandedOver() {
    held.add(lease, held.new Visits());
    assertThat(tenure.judge(new LeaseHolder(lease, job), NOW)).isEqualTo(Tenure.Verdict.HAND_OVER);
  }

  /** A task may have been sent back to before it knew of an element, which nobody ever ends. */
  @Test
  void nothingIsHandedOverToAStreamNobodyComesForAnyMore() {
    HeldLeases.Visits forsaken = held.new Visits();
    Tenure later = new Tenure(job, held, held.new Visits(), 7);
    held.add(lease, forsaken);
    assertThat(later.judge(new LeaseHolder(lease, job), NOW)).isEqualTo(Tenure.Verdict.WAIT);
    forsaken.again();
    assertThat(later.judge(new LeaseHolder(lease, job), NOW)).isEqualTo(Tenure.Verdict.HAND_OVER);
  }

  @Test
  void aStreamAnInstanceElsewhereHoldsIsTakenBackLaterAndLater() {
    LeaseHolder elsewhere = new LeaseHolder(lease, job);
    tenure.begin(NOW);
    Duration last = Duration.ZERO;
    for (int dispute = 0; dispute < 7; dispute++) {
      assertThat(tenure.judge(elsewhere, NOW)).isEqualTo(Tenure.Verdict.WAIT);
      Duration pause = tenure.pause(Tenure.Verdict.WAIT);
      assertThat(pause).isGreaterThanOrEqualTo(last.dividedBy(2));
      last = pause;
    }
    assertThat(last).isBetween(Duration.ofSeconds(128), Duration.ofMinutes(10));
  }

  @Test
  void afterATimeInPeaceADisputeBeginsSmall() {
    LeaseHolder elsewhere = new LeaseHolder(lease, job);
    tenure.begin(NOW);
    for (int dispute = 0; dispute < 7; dispute++) {
      tenure.judge(elsewhere, NOW);
    }
    tenure.judge(elsewhere, NOW.plus(Duration.ofMinutes(11)));
    assertThat(tenure.pause(Tenure.Verdict.WAIT)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aSilentLedgerIsAskedAgainWithinSeconds() {
    assertThat(tenure.retry()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    for (int silence = 0; silence < 50; silence++) {
      assertThat(tenure.retry()).isLessThanOrEqualTo(Duration.ofSeconds(16));
    }
  }
}
