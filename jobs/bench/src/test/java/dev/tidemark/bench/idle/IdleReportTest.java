// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.bench.report.Findings;
import dev.tidemark.bench.report.Profile;
import dev.tidemark.bench.report.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class IdleReportTest {
  @Test
  void aLineGoesThroughItsPoints() {
    Line line = Line.through(List.of(new Line.Point(0, 7), new Line.Point(10, 27)));
    assertThat(line.slope()).isCloseTo(2, within(1e-9));
    assertThat(line.origin()).isCloseTo(7, within(1e-9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Line.through(List.of(new Line.Point(1, 1), new Line.Point(1, 2))))
        .withMessageContaining("two different places");
  }

  @Test
  void whatTheJobTakesByItselfIsInNoFigure() {
    Findings findings =
        new IdleReport(List.of(crowd(10), crowd(1_010)), Duration.ofSeconds(60))
            .findings(new Profile(Map.of(Profile.Part.FETCHING, 1)));
    assertThat(findings.verdicts())
        .extracting(verdict -> Math.round(verdict.is()))
        .containsExactly(50L, 8_000L, 300L, 0L, 0L);
    assertThat(findings.verdicts()).allMatch(Verdict::isReached);
    assertThat(findings.files())
        .hasEntrySatisfying("crowds.csv", csv -> assertThat(csv.lines()).hasSize(3));
  }

  /**
   * A second a stream, 50 us a poll, 8 kB and 300 bytes a stream, and much that is always there.
   */
  private static Crowd crowd(int streams) {
    return new Crowd(
        streams,
        100,
        100L * streams,
        30_000_000_000L + 5_000_000L * streams,
        200_000_000 + 8_000L * streams,
        60,
        10_000 + 300L * streams,
        5_000,
        40,
        500);
  }
}
