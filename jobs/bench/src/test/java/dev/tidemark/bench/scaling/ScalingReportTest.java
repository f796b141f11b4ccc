// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.bench.report.Findings;
import dev.tidemark.bench.report.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScalingReportTest {
  private static final Recovery QUICK =
      new Recovery(1_000, 2, 100_000_000, 40, 9_000, List.of(4.0, 6.5), "");

  @Test
  void aimsGoByTheFarthestAndTheLongest() {
    Findings findings =
        new ScalingReport(
                List.of(spreading(10, 1_000), spreading(100, 700), spreading(1_000, 950)),
                List.of(QUICK, Recovery.failed(10_000_000, "no memory was left")))
            .findings();
    assertThat(findings.verdicts()).extracting(Verdict::is).containsExactly(0.95, 6.5);
    assertThat(findings.verdicts()).allMatch(Verdict::isReached);
    assertThat(findings.body().toString())
        .contains("| 1,000 | 2.00 | 100 | 40 | 9.00 | 4.0, 6.5 |")
        .contains("| 10,000,000 | not measured: no memory was left |");
  }

  @Test
  void aMissedAimSaysWhatToTry() {
    Findings findings =
        new ScalingReport(List.of(spreading(10, 1_000), spreading(1_000, 800)), List.of(QUICK))
            .findings();
    assertThat(findings.verdicts()).extracting(Verdict::isReached).containsExactly(false, true);
    assertThat(findings.missed()).contains("next to try");
  }

  private static Spreading spreading(int connectors, long perSecond) {
    return new Spreading(connectors, 1_000, 10, perSecond * 10, 1_000_000_000, 60);
  }
}
