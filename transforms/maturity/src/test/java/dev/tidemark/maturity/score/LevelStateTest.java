// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.maturity.score.LevelState.Cause;
import dev.tidemark.maturity.score.LevelState.Status;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The label is sticky, the maturity is not. */
class LevelStateTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final double FULL = 1;

  private LevelState state = LevelState.UNRATED;
  private int day;

  @Test
  void firstRatingTakesTheCandidateAtOnce() {
    close(2.4, 0, 2);
    assertThat(state.level()).hasValue(2);
    assertThat(state.cause()).contains(Cause.RATING);
    assertThat(state.since()).contains(START);
  }

  @Test
  void tooLittleKnownIsNotRated() {
    unknown(1.0);
    assertThat(state.level()).isEmpty();
    assertThat(state.status()).isEqualTo(Status.NOT_RATED);
  }

  @Test
  void promotesAfterSevenClosesWithMargin() {
    close(2.4, 0, 2);
    for (int closes = 1; closes <= 6; closes++) {
      close(3.05, .65, 3);
      assertThat(state.level()).hasValue(2);
    }
    close(3.05, .65, 3);
    assertThat(state.level()).hasValue(3);
    assertThat(state.cause()).contains(Cause.PERFORMANCE);
  }

  @Test
  void promotionByEvidenceSaysSo() {
    close(2.4, 0, 2);
    times(7, 3.1, 0, 3);
    assertThat(state.level()).hasValue(3);
    assertThat(state.cause()).contains(Cause.EVIDENCE);
  }

  @Test
  void aCloseWithoutMarginOrADayMissedStartsTheCountAgain() {
    close(2.4, 0, 2);
    times(6, 3.1, .7, 3);
    close(3.04, .64, 3);
    times(6, 3.1, .7, 3);
    assertThat(state.level()).hasValue(2);
    day++;
    close(3.1, .7, 3);
    assertThat(state.level()).hasValue(2);
    times(6, 3.1, .7, 3);
    assertThat(state.level()).hasValue(3);
  }

  @Test
  void doesNotPromoteWhereBoundsOrGatesForbid() {
    close(2.4, 0, 2);
    times(20, 3.5, 1.1, 2);
    assertThat(state.level()).hasValue(2);
  }

  @Test
  void demotesAfterFourteenClosesBelowByPerformance() {
    close(3.2, 1, 3);
    for (int closes = 1; closes <= 13; closes++) {
      close(2.85, .65, 2);
      assertThat(state.level()).hasValue(3);
    }
    close(2.85, .65, 2);
    assertThat(state.level()).hasValue(2);
    assertThat(state.cause()).contains(Cause.PERFORMANCE);
  }

  @Test
  void aSmallShortfallIsForgiven() {
    close(3.2, 1, 3);
    times(40, 2.95, .75, 2);
    assertThat(state.level()).hasValue(3);
  }

  @Test
  void aFailedCriticalGateDemotesAtOnce() {
    close(3.2, 1, 3);
    critical(3.2, 1, 3);
    assertThat(state.level()).hasValue(2);
    assertThat(state.cause()).contains(Cause.GATE);
  }

  @Test
  void anOutageIsHeldProvisionallyThenNotRated() {
    close(3.2, 1, 3);
    for (int days = 0; days < 30; days++) {
      close(2.5, 1, 2);
      assertThat(state.level()).as("day %d of the outage", days).hasValue(3);
      assertThat(state.status()).isEqualTo(Status.PROVISIONAL);
    }
    close(2.5, 1, 2);
    assertThat(state.level()).isEmpty();
    assertThat(state.status()).isEqualTo(Status.NOT_RATED);
  }

  @Test
  void anOutageThatEndsLeavesTheLevel() {
    close(3.2, 1, 3);
    times(20, 2.5, 1, 2);
    close(3.2, 1, 3);
    assertThat(state.level()).hasValue(3);
    assertThat(state.status()).isEqualTo(Status.FIRM);
    assertThat(state.provisionalSince()).isEmpty();
  }

  @Test
  void aLostRatingReturnsAfterSevenCloses() {
    close(3.2, 1, 3);
    times(31, 2.5, 1, 2);
    times(6, 3.2, 1, 3);
    assertThat(state.level()).isEmpty();
    close(3.2, 1, 3);
    assertThat(state.level()).hasValue(3);
    assertThat(state.cause()).contains(Cause.RATING);
  }

  @Test
  void aCloseSeenTwiceChangesNothing() {
    close(3.2, 1, 3);
    LevelState once = state;
    day--;
    close(1.0, 0, 1);
    assertThat(state).isEqualTo(once);
  }

  @Test
  void aGateFailedByPerformanceDemotesAfterFourteenCloses() {
    close(3.2, 1, 3);
    for (int closes = 1; closes <= 13; closes++) {
      step(3.2, 1, FULL, OptionalInt.of(2), 2, Set.of(3), Set.of());
      assertThat(state.level()).hasValue(3);
    }
    step(3.2, 1, FULL, OptionalInt.of(2), 2, Set.of(3), Set.of());
    assertThat(state.level()).hasValue(2);
  }

  @Test
  void aGateFailedByWhatWasSeenIsNoOutage() {
    close(3.2, 1, 3);
    step(2.8, 1, .9, OptionalInt.of(2), 2, Set.of(), Set.of());
    assertThat(state.status()).isEqualTo(Status.PROVISIONAL);
    step(2.8, 1, .9, OptionalInt.of(2), 2, Set.of(3), Set.of());
    assertThat(state.status()).isEqualTo(Status.FIRM);
    assertThat(state.falling()).isEqualTo(1);
  }

  private void times(int closes, double maturity, double performance, int supported) {
    for (int close = 0; close < closes; close++) {
      close(maturity, performance, supported);
    }
  }

  private void close(double maturity, double performance, int supported) {
    int candidate = Math.min(supported, (int) maturity);
    step(maturity, performance, FULL, OptionalInt.of(candidate), supported, Set.of(), Set.of());
  }

  private void critical(double maturity, double performance, int failed) {
    step(
        maturity,
        performance,
        FULL,
        OptionalInt.of(failed - 1),
        failed - 1,
        Set.of(failed),
        Set.of(failed));
  }

  private void unknown(double maturity) {
    step(maturity, 0, .1, OptionalInt.empty(), -1, Set.of(), Set.of());
  }

  private void step(
      double maturity,
      double performance,
      double coverage,
      OptionalInt candidate,
      int supported,
      Set<Integer> failed,
      Set<Integer> critical) {
    LevelState.Mark mark = new LevelState.Mark(maturity, performance, coverage);
    boolean nearly = maturity >= supported + 1 - LevelClose.DEMOTION_MARGIN && failed.isEmpty();
    state =
        state.after(
            new LevelClose(
                START.plusDays(day++),
                mark,
                candidate,
                upTo(supported),
                upTo(nearly ? supported + 1 : supported),
                new TreeSet<>(failed),
                new TreeSet<>(critical)));
  }

  private static SortedSet<Integer> upTo(int highest) {
    return IntStream.rangeClosed(0, highest).boxed().collect(Collectors.toCollection(TreeSet::new));
  }
}
