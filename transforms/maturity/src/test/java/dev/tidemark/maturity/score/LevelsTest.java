// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.maturity.model.Indicator;
import dev.tidemark.maturity.model.MaturityModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A level needs its lower bound, its weakest dimension, its coverage and its gates. */
class LevelsTest {
  private static final String HERE = "snowflake://one";

  private final MaturityModel model = MaturityModel.core();
  private final TreeMap<Coordinate, Standing> standings = new TreeMap<>();

  @Test
  void everythingPerfectIsLevelFive() {
    everything(1, 1);
    assertThat(levels().candidate()).hasValue(5);
    assertThat(levels().missing(5)).isEmpty();
    assertThat(Levels.name(5)).isEqualTo("Optimising");
  }

  @Test
  void belowFortyPercentCoverageNothingIsRated() {
    everything(1, .39);
    assertThat(levels().candidate()).isEmpty();
    everything(1, .41);
    assertThat(levels().candidate()).hasValue(1);
  }

  @Test
  void coverageCapsTheLevel() {
    everything(.9, .79);
    assertThat(levels().candidate().getAsInt()).isLessThanOrEqualTo(4);
    assertThat(levels().missing(5)).anyMatch(reason -> reason.equals("coverage 79% is below 80%"));
  }

  @Test
  void theLowerBoundCountsNotTheValue() {
    everything(.7, .75);
    assertThat(score().maturity()).isGreaterThan(2.8);
    assertThat(levels().candidate()).hasValue(2);
    assertThat(levels().missing(3)).anyMatch(reason -> reason.startsWith("lower bound 2.6"));
  }

  @Test
  void theWeakestDimensionHoldsTheOthersBack() {
    everything(1, 1);
    model.indicatorsOf("FIN").forEach(indicator -> set(indicator.id(), .3, 1));
    assertThat(levels().candidate()).hasValue(2);
    assertThat(levels().missing(4)).anyMatch(reason -> reason.equals("FIN at 1.50 is below 3"));
  }

  @Test
  void gatesAreAskedByLevel() {
    everything(1, 1);
    set("QUA.COV", .59, 1);
    assertThat(levels().candidate()).hasValue(3);
    assertThat(levels().missing(4)).containsExactly("gate QUA.COV at 0.59, needs 0.60");
    assertThat(levels().failsByObservation(4)).isTrue();
    assertThat(levels().failsCritically(4)).isFalse();
    set("SEC.MFA", .59, 1);
    assertThat(levels().candidate()).hasValue(2);
    assertThat(levels().failsCritically(3)).isTrue();
    assertThat(levels().failsCritically(2)).isFalse();
  }

  @Test
  void anUnobservedGateFailsWithoutBeingRegression() {
    everything(1, 1);
    standings.put(new Coordinate("SEC.MFA", HERE), Standing.unknown(1, EvidenceState.UNOBSERVED));
    assertThat(levels().candidate()).hasValue(2);
    assertThat(levels().failsByObservation(3)).isFalse();
    assertThat(levels().missing(3)).contains("gate SEC.MFA not observed, needs 0.60");
  }

  @Test
  void aGateOutsideTheCompositeIsNotAsked() {
    everything(1, 1);
    set("SEC.MFA", 0, 1);
    Snapshot snapshot = new Snapshot(standings);
    Score score =
        new Scoring(model)
            .score(
                model.composites().values().stream()
                    .filter(c -> c.id().equals("ai"))
                    .findFirst()
                    .orElseThrow(),
                snapshot);
    assertThat(new Levels(model.levels(), score, snapshot).candidate()).hasValue(5);
  }

  @Test
  void utilityObservedIsWeightedByShareAndSufficiencyNotByAge() {
    Standing good =
        new Standing(
            .5, EvidenceState.STALE, Optional.of(new Reading(1, .01, 1)), Optional.empty());
    Standing poor =
        new Standing(
            .5, EvidenceState.PARTIAL, Optional.of(new Reading(.5, 1, .4)), Optional.empty());
    assertThat(ObservedUtility.of(List.of(good, poor)).orElseThrow())
        .isEqualTo((.5 + .25 * .4) / .75);
    assertThat(ObservedUtility.of(List.of(Standing.unknown(1, EvidenceState.ERROR)))).isEmpty();
  }

  @Test
  void aCloseRemembersWhichLevelsWouldBeTolerated() {
    everything(1, 1);
    model.indicatorsOf("FIN").forEach(indicator -> set(indicator.id(), .39, 1));
    LevelClose close = LevelClose.of(LocalDate.of(2026, 1, 1), score(), levels(), 0);
    assertThat(close.supported()).doesNotContain(3);
    assertThat(close.tolerated()).contains(3).doesNotContain(4);
    assertThat(close.mark().maturity()).isEqualTo(score().maturity());
  }

  private void everything(double utility, double evidence) {
    for (Indicator indicator : model.indicators().values()) {
      set(indicator.id(), utility, evidence);
    }
  }

  private void set(String indicator, double utility, double evidence) {
    Reading reading = new Reading(evidence, 1, utility);
    standings.put(
        new Coordinate(indicator, HERE),
        new Standing(1, EvidenceState.MEASURED, Optional.of(reading), Optional.empty()));
  }

  private Score score() {
    return new Scoring(model).score(model.overall(), new Snapshot(standings));
  }

  private Levels levels() {
    return new Levels(model.levels(), score(), new Snapshot(standings));
  }
}
