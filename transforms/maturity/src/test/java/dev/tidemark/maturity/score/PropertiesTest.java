// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.maturity.model.Composite;
import dev.tidemark.maturity.model.MaturityModel;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** What must hold of every state whatsoever. */
class PropertiesTest {
  private static final double ROUNDING = 1e-12;

  /** P1: the lines of an explanation sum to the change. */
  @Property(tries = 400)
  void explanationsLeaveNothingOver(
      @ForAll("models") MaturityModel model,
      @ForAll("states") RandomState before,
      @ForAll("states") RandomState after) {
    Scoring scoring = new Scoring(model);
    for (Composite composite : model.composites().values()) {
      Change change =
          Explanation.between(scoring, composite, before.snapshot(model), after.snapshot(model));
      assertThat(Math.abs(change.residual())).isLessThan(1e-9);
    }
  }

  /** P2: what ages never raises a score. */
  @Property(tries = 200)
  void ageingNeverPays(
      @ForAll("models") MaturityModel model,
      @ForAll("states") RandomState state,
      @ForAll @DoubleRange(max = 400) double days) {
    double before = score(model, state.snapshot(model));
    double after = score(model, state.aged(days).snapshot(model));
    assertThat(after).isLessThanOrEqualTo(before + ROUNDING);
  }

  /** P3: what is newly observed narrows the interval and moves nobody else's term. */
  @Property(tries = 200)
  void connectingNeverWidens(
      @ForAll("models") MaturityModel model,
      @ForAll("states") RandomState state,
      @ForAll @DoubleRange(max = 1) double evidence,
      @ForAll @DoubleRange(max = 1) double utility) {
    Scoring scoring = new Scoring(model);
    Snapshot before = state.snapshot(model);
    Score old = scoring.score(model.overall(), before);
    for (Map.Entry<Coordinate, Standing> entry : before.standings().entrySet()) {
      if (entry.getValue().reading().isEmpty()
          && entry.getValue().state() != EvidenceState.NOT_APPLICABLE) {
        Standing seen = entry.getValue().with(new Reading(evidence, 1, utility));
        Score connected = scoring.score(model.overall(), before.with(entry.getKey(), seen));
        assertThat(connected.low()).isGreaterThanOrEqualTo(old.low() - ROUNDING);
        assertThat(connected.high()).isLessThanOrEqualTo(old.high() + ROUNDING);
        assertOthersUntouched(old, connected, entry.getKey().indicator());
      }
    }
  }

  /** P4: a better utility never lowers the score, which stays within its interval and the scale. */
  @Property(tries = 200)
  void betterIsNeverWorse(
      @ForAll("models") MaturityModel model,
      @ForAll("states") RandomState state,
      @ForAll @DoubleRange(max = 1) double utility) {
    Scoring scoring = new Scoring(model);
    Snapshot before = state.snapshot(model);
    Score old = scoring.score(model.overall(), before);
    assertThat(old.overall().value())
        .isBetween(old.overall().low() - ROUNDING, old.overall().high() + ROUNDING)
        .isBetween(-ROUNDING, 1 + ROUNDING);
    for (Map.Entry<Coordinate, Standing> entry : before.standings().entrySet()) {
      entry
          .getValue()
          .reading()
          .filter(reading -> utility > reading.utility())
          .ifPresent(
              reading -> {
                Reading better = state.reading(model, entry.getKey(), reading.evidence(), utility);
                Snapshot improved = before.with(entry.getKey(), entry.getValue().with(better));
                assertThat(score(model, improved))
                    .isGreaterThanOrEqualTo(old.overall().value() - ROUNDING);
              });
    }
  }

  @Provide
  Arbitrary<MaturityModel> models() {
    return RandomState.models();
  }

  @Provide
  Arbitrary<RandomState> states() {
    return RandomState.states();
  }

  private static double score(MaturityModel model, Snapshot snapshot) {
    return new Scoring(model).score(model.overall(), snapshot).overall().value();
  }

  private static void assertOthersUntouched(Score old, Score connected, String changed) {
    List<String> others =
        old.indicators().keySet().stream().filter(id -> !id.equals(changed)).toList();
    assertThat(others)
        .allSatisfy(
            id -> assertThat(connected.indicators().get(id)).isEqualTo(old.indicators().get(id)));
  }
}
