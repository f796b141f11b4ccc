// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.maturity.Resources;
import dev.tidemark.maturity.model.Composite;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.score.Change;
import dev.tidemark.maturity.score.GoldenStates;
import dev.tidemark.maturity.score.Reason;
import dev.tidemark.maturity.score.Scoring;
import dev.tidemark.maturity.score.Snapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** From close to close everything is explained, whatever changed in between. */
class ClosingTest {
  private static final Offset<Double> EXACTLY = within(1e-9);
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate SECOND = LocalDate.of(2026, 1, 8);

  private final Scoring scoring = new Scoring(GoldenStates.model());
  private final Snapshot first = GoldenStates.first();
  private final Snapshot last = GoldenStates.last();
  private final DailyClose before = Closing.first(scoring, FIRST, first).close();

  @Test
  void theFirstCloseHasNothingToExplain() {
    assertThat(Closing.first(scoring, FIRST, first).changes()).isEmpty();
    assertThat(before.composite(Composite.OVERALL).level().level()).hasValue(1);
  }

  @Test
  void thePerformanceIndexIsTheRunningSumOfPerformance() {
    Closing closing = Closing.after(before, scoring, SECOND, last);
    double index = closing.close().composite(Composite.OVERALL).performance();
    assertThat(index).isCloseTo(0.0991524, within(1e-6));
    Closing again = Closing.after(closing.close(), scoring, SECOND.plusDays(1), first);
    assertThat(again.close().composite(Composite.OVERALL).performance())
        .isCloseTo(index + again.change(Composite.OVERALL).orElseThrow().performance(), EXACTLY);
  }

  /** P13: on the same state, the whole difference is one MODEL line. */
  @Test
  void aMinorModelChangeIsOneModelLine() {
    Scoring minor =
        new Scoring(
            changed(
                "weight: 0.6, unit",
                "weight: 0.5, unit",
                "weight: 0.4, unit",
                "weight: 0.5, unit"));
    Change change =
        Closing.after(before, first, scoring, minor, FIRST.plusDays(1), first)
            .change(Composite.OVERALL)
            .orElseThrow();
    assertThat(change.lines())
        .singleElement()
        .satisfies(line -> assertThat(line.reason()).isEqualTo(Reason.MODEL));
    assertThat(change.lines().get(0).score()).isCloseTo(change.to() - change.from(), EXACTLY);
    assertThat(change.to()).isNotCloseTo(change.from(), within(1e-4));
  }

  /** P13: texts change nothing. */
  @Test
  void aPatchChangesNoBit() {
    Scoring patch = new Scoring(changed("1.0.0", "1.0.1", "Data quality", "Quality of data"));
    Change change =
        Closing.after(before, first, scoring, patch, FIRST.plusDays(1), first)
            .change(Composite.OVERALL)
            .orElseThrow();
    assertThat(change.lines()).isEmpty();
    assertThat(change.to()).isEqualTo(change.from());
  }

  /** Scoring model, golden output: p from 0.5 to 0 at state B. */
  @Test
  void theModelEffectOfTheGeometricMeanIsThePublishedOne() {
    DailyClose published = Closing.first(scoring, SECOND, last).close();
    Scoring geometric = new Scoring(GoldenStates.model().withOuterPower(0));
    Change change =
        Closing.after(published, last, scoring, geometric, SECOND.plusDays(1), last)
            .change(Composite.OVERALL)
            .orElseThrow();
    assertThat(change.maturity()).isCloseTo(-0.061865, within(1e-6));
  }

  @Test
  void aRevisedDayIsOneRestatementLineAndTheSumStillHolds() {
    Closing closing = Closing.after(before, last, scoring, scoring, SECOND, last);
    Change change = closing.change(Composite.OVERALL).orElseThrow();
    Map<Reason, Double> subtotals = change.subtotals();
    assertThat(subtotals.get(Reason.RESTATEMENT)).isCloseTo(change.maturity(), EXACTLY);
    assertThat(change.residual()).isCloseTo(0, EXACTLY);
  }

  @Test
  void aPeriodIsTheSumOfItsDays() {
    Closing day = Closing.after(before, scoring, SECOND, last);
    Closing back = Closing.after(day.close(), scoring, SECOND.plusDays(1), first);
    Change period =
        Change.chained(
            List.of(
                day.change(Composite.OVERALL).orElseThrow(),
                back.change(Composite.OVERALL).orElseThrow()));
    assertThat(period.maturity()).isCloseTo(0, EXACTLY);
    assertThat(period.residual()).isCloseTo(0, EXACTLY);
  }

  @Test
  void aCloseSurvivesItsText() {
    DailyClose close = Closing.after(before, scoring, SECOND, last).close();
    assertThat(DailyCloseJson.read(DailyCloseJson.write(close))).isEqualTo(close);
  }

  @Test
  void refusesOtherTexts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DailyCloseJson.read("{\"v\":2}"))
        .withMessageContaining("layout 2");
    assertThatIllegalArgumentException().isThrownBy(() -> DailyCloseJson.read("{"));
  }

  private static MaturityModel changed(String... replacements) {
    String yaml = Resources.text("/golden/golden-1.0.0.yaml");
    for (int index = 0; index < replacements.length; index += 2) {
      yaml = yaml.replace(replacements[index], replacements[index + 1]);
    }
    return MaturityModel.parse(yaml, "changed");
  }
}
