// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.maturity.Resources;
import dev.tidemark.maturity.model.Composite;
import dev.tidemark.maturity.model.MaturityModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** From close to close everything is explained, whatever changed in between. */
class ExplanationTest {
  private static final Offset<Double> EXACTLY = within(1e-9);

  private final Scoring scoring = new Scoring(GoldenStates.model());
  private final Composite overall = scoring.model().overall();
  private final Snapshot first = GoldenStates.first();
  private final Snapshot last = GoldenStates.last();

  @Test
  void performanceIsWhatTheIndexRunsOn() {
    assertThat(Explanation.between(scoring, overall, first, last).performance())
        .isCloseTo(0.0991524, within(1e-6));
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
    Change change = Explanation.since(published(first), minor, overall, first, first);
    assertThat(change.lines())
        .singleElement()
        .extracting(Contribution::reason)
        .isEqualTo(Reason.MODEL);
    assertThat(change.lines().get(0).score())
        .isCloseTo(score(minor, first) - score(scoring, first), EXACTLY);
    assertThat(change.to()).isNotCloseTo(change.from(), within(1e-4));
  }

  /** P13: texts change nothing. */
  @Test
  void aPatchChangesNoBit() {
    Scoring patch = new Scoring(changed("1.0.0", "1.0.1", "Data quality", "Quality of data"));
    Change change = Explanation.since(published(first), patch, overall, first, first);
    assertThat(change.lines()).isEmpty();
    assertThat(change.to()).isEqualTo(change.from());
  }

  /** The published effect of p from 0.5 to 0 at state B. */
  @Test
  void theModelEffectOfTheGeometricMeanIsThePublishedOne() {
    Scoring geometric = new Scoring(GoldenStates.model().withOuterPower(0));
    Change change = Explanation.since(published(last), geometric, overall, last, last);
    assertThat(change.maturity()).isCloseTo(-0.061865, within(1e-6));
  }

  @Test
  void aRevisedDayIsOneRestatementLineAndTheSumStillHolds() {
    Change change =
        Explanation.since(
            new Baseline(score(scoring, first), scoring, last), scoring, overall, last, last);
    Map<Reason, Double> subtotals = change.subtotals();
    assertThat(subtotals.get(Reason.RESTATEMENT)).isCloseTo(change.maturity(), EXACTLY);
    assertThat(change.residual()).isCloseTo(0, EXACTLY);
  }

  @Test
  void restatementModelAndReasonsSumTogether() {
    Scoring geometric = new Scoring(GoldenStates.model().withOuterPower(.25));
    Change change =
        Explanation.since(new Baseline(.5, scoring, first), geometric, overall, first, last);
    assertThat(change.lines())
        .extracting(Contribution::reason)
        .contains(Reason.RESTATEMENT, Reason.MODEL, Reason.EVIDENCE, Reason.PERFORMANCE);
    assertThat(change.residual()).isCloseTo(0, EXACTLY);
  }

  @Test
  void aPeriodIsTheSumOfItsDays() {
    Change there = Explanation.between(scoring, overall, first, last);
    Change back = Explanation.between(scoring, overall, last, first);
    Change period = Change.chained(List.of(there, back));
    assertThat(period.maturity()).isCloseTo(0, EXACTLY);
    assertThat(period.residual()).isCloseTo(0, EXACTLY);
    assertThatIllegalArgumentException().isThrownBy(() -> Change.chained(List.of()));
  }

  @Test
  void retiringAPlatformIsScope() {
    Coordinate retired = new Coordinate("GOV.OWN", "salesforce");
    Coordinate kept = new Coordinate("GOV.OWN", "snowflake");
    Snapshot smaller =
        first
            .with(retired, Standing.unknown(0, EvidenceState.NOT_APPLICABLE))
            .with(kept, shared(first.at(kept).orElseThrow(), 1));
    Change change = Explanation.between(scoring, overall, first, smaller);
    assertThat(change.lines())
        .extracting(Contribution::reason)
        .containsOnly(Reason.SCOPE, Reason.EVIDENCE);
    assertThat(change.residual()).isCloseTo(0, EXACTLY);
  }

  @Test
  void aDimensionThatCeasesToApplyIsScope() {
    Coordinate monitored = new Coordinate("AIG.MON", "databricks");
    Snapshot without = last.with(monitored, Standing.unknown(0, EvidenceState.NOT_APPLICABLE));
    Change change = Explanation.between(scoring, overall, last, without);
    assertThat(change.lines())
        .isNotEmpty()
        .extracting(Contribution::reason)
        .containsOnly(Reason.SCOPE);
    assertThat(change.residual()).isCloseTo(0, EXACTLY);
    assertThat(change.maturity()).isPositive();
  }

  @Test
  void theFirstStratumOfAnIndicatorIsEvidence() {
    Coordinate monitored = new Coordinate("AIG.MON", "databricks");
    Coordinate nowhere = new Coordinate("AIG.MON", Coordinate.EVERYWHERE);
    Snapshot unfed =
        without(last, monitored).with(nowhere, Standing.unknown(1, EvidenceState.UNOBSERVED));
    Change change = Explanation.between(scoring, overall, unfed, last);
    assertThat(change.lines())
        .singleElement()
        .extracting(Contribution::reason)
        .isEqualTo(Reason.EVIDENCE);
    assertThat(change.residual()).isCloseTo(0, EXACTLY);
  }

  private Baseline published(Snapshot state) {
    return new Baseline(score(scoring, state), scoring, state);
  }

  private static Snapshot without(Snapshot snapshot, Coordinate removed) {
    TreeMap<Coordinate, Standing> standings = new TreeMap<>(snapshot.standings());
    standings.remove(removed);
    return new Snapshot(standings);
  }

  private static Standing shared(Standing standing, double share) {
    return new Standing(share, standing.state(), standing.reading(), standing.measurement());
  }

  private double score(Scoring by, Snapshot snapshot) {
    return by.score(overall, snapshot).overall().value();
  }

  private static MaturityModel changed(String... replacements) {
    String yaml = Resources.text("/golden/golden-1.0.0.yaml");
    for (int index = 0; index < replacements.length; index += 2) {
      yaml = yaml.replace(replacements[index], replacements[index + 1]);
    }
    return MaturityModel.parse(yaml, "changed");
  }
}
