// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.bench.report.Findings;
import dev.tidemark.bench.report.Verdict;
import dev.tidemark.bench.workload.Spread;
import dev.tidemark.bench.workload.Workload;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExtractionReportTest {
  private static final Workload WORKLOAD =
      new Workload("tiny", 2, 11, 1, 10, 100, Spread.UNIFORM, 3, LocalDate.of(2026, 11, 20));
  private static final Terms FREE = new Terms("free", WORKLOAD, Duration.ZERO, 0);
  private static final Terms LIMITED = new Terms("limited", WORKLOAD, Duration.ofMillis(20), 10);

  @Test
  void termsTravelAsText() {
    assertThat(Terms.parse(LIMITED.text())).isEqualTo(LIMITED);
    assertThat(LIMITED.requests()).isEqualTo(20);
  }

  @Test
  void aimsGoByTheFirstTermsAndByTheQuota() {
    Findings findings =
        new ExtractionReport(
                List.of(
                    effort(FREE, Entrant.GRAPH, 3, 0),
                    effort(FREE, Entrant.PARSING, 2, 0),
                    effort(LIMITED, Entrant.GRAPH, 3, 1)))
            .findings();
    // Twenty requests in a second, where ten were saved up and ten came by.
    assertThat(findings.verdicts())
        .extracting(verdict -> Math.round(verdict.is() * 100))
        .containsExactly(67L, 100L, 5L);
    assertThat(findings.verdicts())
        .extracting(Verdict::isReached)
        .containsExactly(true, true, false);
    assertThat(findings.body().toString()).contains("| dlt | not measured: .ci/extractors");
    assertThat(findings.files().keySet())
        .containsExactlyInAnyOrder("extraction.csv", "extraction.svg");
  }

  @Test
  void aQuotaIsASecondsWorthAtFirst() {
    Quota quota = new Quota(3);
    assertThat(List.of(quota.take(), quota.take(), quota.take())).containsOnly(true);
    assertThat(new Quota(0).take()).isTrue();
  }

  private static Effort effort(Terms terms, Entrant entrant, double cpuSeconds, long refused) {
    return new Effort(
        terms, entrant, 200, (long) (cpuSeconds * 1e9), 1_000_000_000, 20, refused, 0);
  }
}
