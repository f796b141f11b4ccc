// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.maturity.live.Week.Day;
import dev.tidemark.maturity.score.Change;
import dev.tidemark.maturity.score.Contribution;
import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.maturity.score.Reason;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WeekTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
  private static final Coordinate OWNED = new Coordinate("GOV.OWN", "example://account");

  @Test
  void sumsWhatTheDaysToldAndLetsOldOnesGo() {
    Week week = Week.NONE;
    for (int day = 1; day <= 10; day++) {
      week = week.then(FIRST.plusDays(day), day(day - 1, 0.01 * day, 0.01 * (day + 1)));
    }
    assertThat(week.days()).hasSize(7);
    assertThat(week.since()).isEqualTo("2026-01-04");
    assertThat(week.change().from()).isCloseTo(0.04, within(1e-12));
    assertThat(week.change().to()).isCloseTo(0.11, within(1e-12));
    assertThat(week.change().lines()).hasSize(1);
    assertThat(week.change().residual()).isCloseTo(0, within(1e-12));
  }

  @Test
  void beginsAnewWhereADayDoesNotStartFromTheOneBefore() {
    Week week = Week.NONE.then(FIRST.plusDays(1), day(0, 0.1, 0.2));
    assertThat(week.then(FIRST.plusDays(2), day(1, 0.3, 0.4)).since()).isEqualTo("2026-01-02");
  }

  @Test
  void aPipelineThatSleptTellsFromWhereItLeftOff() {
    Week week = Week.NONE.then(FIRST.plusDays(1), day(0, 0.1, 0.2));
    Week later = week.then(FIRST.plusDays(30), day(1, 0.2, 0.4));
    assertThat(later.days()).hasSize(1);
    assertThat(later.since()).isEqualTo("2026-01-02");
    assertThat(week.since(FIRST.plusDays(30))).isEmpty();
    assertThat(week.since(FIRST.plusDays(2))).contains(FIRST);
  }

  private static Day day(int since, double from, double to) {
    Contribution line = new Contribution(OWNED, Reason.PERFORMANCE, to - from);
    return new Day(FIRST.plusDays(since), new Change(from, to, List.of(line)));
  }
}
