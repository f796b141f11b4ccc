// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tidemark.maturity.Resources;
import dev.tidemark.maturity.document.InvalidDocumentException;
import dev.tidemark.maturity.document.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model that cannot be used is refused once, with everything that is wrong. */
class ValidationTest {
  private static final String GOLDEN = Resources.text("/golden/golden-1.0.0.yaml");

  @Test
  void tenMistakesAreTenProblems() {
    InvalidDocumentException refused = refuse(Resources.text("/model/ten-mistakes.yaml"));
    assertThat(refused).hasMessageStartingWith("model.yaml has 10 problems:");
    assertThat(refused.problems())
        .extracting(Problem::path)
        .containsExactly(
            "model.version",
            "model.prior",
            "dimensions",
            "indicators.GOV.OWN.curv",
            "indicators.QUA.PAS.half_life",
            "indicators of QUA",
            "indicators.QUA.FRS.curve",
            "indicators.AIG.MON.numerator.metric",
            "indicators.AIG.GRD.unit",
            "indicators.AIG.DRF.requires.indicator");
    assertThat(refused.problems()).allSatisfy(problem -> assertThat(problem.line()).isPositive());
  }

  @Test
  void theGoldenModelHasNone() {
    assertThat(MaturityModel.parse(GOLDEN, "golden").indicators()).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version: 1.0.0 | version: '1.0' | model.version | is no version",
        "prior: 0.20 | prior: 1.2 | model.prior | out of bounds",
        "prior: 0.20 | prior: .nan | model.prior | not a finite number",
        "p: 0.5 | p: 1.5 | model.outer.p | out of bounds",
        "mean: power | mean: median | model.outer.mean | unknown mean",
        "weight: 0.40 | weight: 0.50 | dimensions | sum to 1.1",
        "weight: 0.6, | weight: 0.7, | indicators of GOV | sum to 1.1",
        "weight: 0.6, | wieght: 0.6, | indicators.GOV.OWN.wieght | did you mean weight?",
        "weight: 0.6, | weight: much, | indicators.GOV.OWN.weight | is no number",
        "half_life: P30D | half_life: 30 days | indicators.GOV.CLS.half_life | is no length of"
            + " time",
        "half_life: P30D | half_life: P0D | indicators.GOV.CLS.half_life | it is zero",
        "grace: P1D | grace: soon | indicators.QUA.LAG.grace | is no length of time",
        "0.90, 0.95 | 0.95, 0.90 | indicators.QUA.PAS.curve | strictly monotone",
        "worst: 604800 | worst: -1 | indicators.QUA.LAG.curve | must be positive",
        "best: 900 | west: 900 | indicators.QUA.LAG.curve.log.west | did you mean best?",
        "curve: nplf | curve: nlpf | indicators.AIG.MON.curve | unknown shape",
        "kind: census | kind: consensus | indicators.AIG.MON.evidence.kind | unknown kind",
        "{kind: events, full: 200} | {kind: events} | indicators.QUA.PAS.evidence.full | it is"
            + " missing",
        "unit: s | unit: sec | indicators.QUA.LAG.unit | unknown unit",
        "dimension: AIG | dimension: AIGG | indicators.AIG.MON.dimension | did you mean AIG?"
      })
  void namesTheProblem(String given, String written, String path, String words) {
    InvalidDocumentException refused = refuse(GOLDEN.replaceFirst(quote(given), written));
    InvalidDocumentException everywhere = refuse(GOLDEN.replace(given, written));
    assertThat(everywhere.problems()).anyMatch(problem -> problem.path().equals(path));
    assertThat(refused).hasMessageContaining(words);
  }

  @Test
  void refusesWhatIsNoYaml() {
    assertThat(refuse("model: {id: x").problems())
        .singleElement()
        .extracting(Problem::path)
        .isEqualTo("document");
    assertThat(refuse("").problems()).hasSize(1);
    assertThat(refuse("- a\n- b").problems()).hasSize(1);
  }

  @Test
  void findsIndicatorsGivenTwice() {
    String twice =
        GOLDEN
            + GOLDEN.lines().filter(line -> line.contains("AIG.MON")).findFirst().orElseThrow()
            + "\n";
    assertThat(refuse(twice)).hasMessageContaining("indicators.AIG.MON: it is given twice");
  }

  @Test
  void findsNumeratorsThatCountTwice() {
    String core =
        CoreModel.text()
            .replace(
                "owner.present: true}}\n    denominator: {metric: tidemark.data.asset.state",
                "described: true}}\n    denominator: {metric: tidemark.data.asset.state");
    assertThat(refuse(core)).hasMessageContaining("it counts the same as GOV.DOC");
  }

  @Test
  void findsCircles() {
    String core =
        CoreModel.text().replace("requires: {indicator: AIG.MON", "requires: {indicator: AIG.DRF");
    assertThat(refuse(core)).hasMessageContaining("depends on itself: AIG.DRF -> AIG.DRF");
    String terms =
        CoreModel.text().replace("sensitive: {class:", "sensitive: {sensitive: true, class:");
    assertThat(refuse(terms)).hasMessageContaining("defined by itself: sensitive -> sensitive");
  }

  @Test
  void findsUnknownFactsMetricsAndUnits() {
    assertThat(refuse(CoreModel.text().replace("described: true", "descibed: true")))
        .hasMessageContaining("did you mean described?");
    assertThat(
            refuse(
                CoreModel.text().replace("tidemark.change.lead_time", "tidemark.change.leadtime")))
        .hasMessageContaining("did you mean tidemark.change.lead_time?");
    assertThat(refuse(CoreModel.text().replace("unit: d/wk", "unit: d")))
        .hasMessageContaining("write d/wk");
    assertThat(
            refuse(
                CoreModel.text()
                    .replace(
                        "metric: tidemark.change.lead_time}",
                        "metric: tidemark.change.lead_time, unit: ms}")))
        .hasMessageContaining("is not measured in ms");
  }

  @Test
  void findsMistakesOfLevelsAndComposites() {
    String core =
        CoreModel.text()
            .replace("[0.4, 0.5, 0.6, 0.7, 0.8]", "[0.4, 0.5]")
            .replace("indicator: SEC.MFA, utility: 0.6", "indicator: SEC.MFFA, utility: 6")
            .replace("dimensions: [AIE, AIG]}", "dimensions: [AIE, AIGX]}");
    List<Problem> problems = refuse(core).problems();
    assertThat(problems)
        .extracting(Problem::path)
        .containsExactly(
            "composites.ai.dimensions",
            "levels.coverage",
            "levels.gates[0].indicator",
            "levels.gates[0].utility");
  }

  private static InvalidDocumentException refuse(String yaml) {
    InvalidDocumentException refused =
        catchThrowableOfType(
            InvalidDocumentException.class, () -> MaturityModel.parse(yaml, "model.yaml"));
    assertThat(refused).as("the model should be refused").isNotNull();
    return refused;
  }

  private static String quote(String text) {
    return java.util.regex.Pattern.quote(text);
  }
}
