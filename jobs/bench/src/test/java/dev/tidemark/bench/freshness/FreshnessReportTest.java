// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.bench.report.Findings;
import dev.tidemark.bench.report.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FreshnessReportTest {
  private static final Instant BEGIN = Instant.parse("2026-11-26T10:00:00Z");
  private static final Setting SETTING =
      new Setting("some", "Some", Set.of(), 0, 1, 100, Duration.ofMillis(500));

  @Test
  void aTimetableIsTheSameForTheSameSeedAndGoesForward() {
    Timetable timetable = Timetable.of(SETTING, 7);
    assertThat(timetable)
        .isEqualTo(Timetable.of(SETTING, 7))
        .isNotEqualTo(Timetable.of(SETTING, 8));
    assertThat(timetable.offsets()).hasSize(101).isSorted();
    assertThat(timetable.offsets().get(100))
        .isBetween(Duration.ofMillis(250 * 101), Duration.ofMillis(750 * 101));
  }

  @Test
  void aChangeThatCameLateIsCountedFromWhenItWasToCome() {
    assertThat(delay(1, Duration.ofSeconds(3), 500).total()).isEqualTo(Duration.ofMillis(3_500));
  }

  @Test
  void aimsGoByPercentilesOfWhatCounts() {
    List<Delay> delays =
        IntStream.rangeClosed(0, 100)
            .mapToObj(table -> delay(table, Duration.ZERO, table == 0 ? 60_000 : table * 10))
            .toList();
    Findings findings =
        new FreshnessReport(List.of(new Measured(SETTING, delays, Path.of("none"))))
            .findings(Map.of());
    assertThat(findings.verdicts())
        .extracting(verdict -> Math.round(verdict.is() / 10))
        .containsExactly(50L, 99L, 89L);
    assertThat(findings.verdicts())
        .extracting(Verdict::isReached)
        .containsExactly(true, true, false);
    assertThat(findings.missed()).contains("from the beginning of the reading to the commit");
  }

  /** Read 100 ms after it was made, committed 70 ms before it was seen. */
  private static Delay delay(int table, Duration late, long millis) {
    Instant seen = BEGIN.plus(late).plusMillis(millis);
    return new Delay(
        new Changes.Made(table, BEGIN, BEGIN.plus(late)),
        table > 0,
        seen,
        Optional.of(new Delay.Stages(BEGIN.plusMillis(100), seen.minusMillis(70))));
  }
}
