// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tidemark.maturity.Resources;
import dev.tidemark.maturity.document.InvalidDocumentException;
import dev.tidemark.maturity.document.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evidence that cannot be used is refused once, with everything that is wrong. */
class BadEvidenceTest {
  private static final String MODEL = Resources.text("/golden/golden-1.0.0.yaml");
  private static final String EVIDENCE = Resources.text("/golden/golden-evidence.json");

  @Test
  void namesEveryProblemAtOnce() {
    InvalidDocumentException refused =
        refuse(
            """
            {"materiality": {"GOV.OWN": {"snowflake": 0.6, "salesforce": 0.5}},
             "states": [{"as_of": "2026-01-32", "evidence": [
              {"indicator": "GOV.OWNN", "stratum": "snowflake", "raw": 0.6, "n": 200, "age_days": 0.5},
              {"indicator": "GOV.OWN", "stratum": "snowflakes", "raw": 0.6, "n": 200, "age_days": 0.5},
              {"indicator": "GOV.CLS", "stratum": "snowflake", "raw": "high", "n": 200, "age_days": -1},
              {"indicator": "QUA.PAS", "raw": NaN, "n": -200, "age": 0.5}]}]}
            """);
    assertThat(refused)
        .hasMessageStartingWith("evidence.json has 10 problems:")
        .hasMessageContaining("did you mean GOV.OWN?")
        .hasMessageContaining("did you mean snowflake?");
    assertThat(refused.problems())
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(
            "evidence.materiality.GOV.OWN",
            "states[0].as_of",
            "states[0].evidence[0].indicator",
            "states[0].evidence[1].stratum",
            "states[0].evidence[2].raw",
            "states[0].evidence[2].age_days",
            "states[0].evidence[3].stratum",
            "states[0].evidence[3].raw",
            "states[0].evidence[3].n",
            "states[0].evidence[3].age");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"states\": [ | \"state\": [ | did you mean states?",
        "\"2026-01-08\" | \"2025-01-08\" | not in time order",
        "\"n\": 50 | \"n\": \"50\" | no number",
        "\"n\": 50 | \"n\": null | nothing is no number",
        "\"QUA.LAG\": {\"snowflake\": 1.0} | \"QUA.LAG\": 1.0 | is no mapping",
        "\"QUA.LAG\": {\"snowflake\": 1.0} | \"QUA.LOG\": {\"snowflake\": 1.0} | did you mean"
            + " QUA.LAG?",
        "\"raw\": 21600 | \"raw\": Infinity | not a finite number",
        "\"raw\": 21600 | \"raw\": 21600, \"raw\": 1 | given twice",
        "\"GOV.OWN\", \"stratum\": \"salesforce\" | \"GOV.OWN\", \"stratum\": \"snowflake\" | is"
            + " given twice",
        "\"materiality\": { | \"materiality\": [ | not JSON"
      })
  void namesTheProblem(String given, String written, String words) {
    assertThat(EVIDENCE).contains(given);
    assertThat(refuse(EVIDENCE.replace(given, written))).hasMessageContaining(words);
  }

  @Test
  void refusesEmptyAndTrailingText() {
    assertThat(refuse("")).hasMessageContaining("it is empty");
    assertThat(refuse(EVIDENCE + "{}")).hasMessageContaining("follows the end");
    assertThat(refuse("{\"states\": []}")).hasMessageContaining("there are none");
  }

  @Test
  void problemsOfTheModelComeFirst() {
    InvalidDocumentException refused =
        catchThrowableOfType(
            InvalidDocumentException.class,
            () -> OfflineScoring.run("model: {}", "model.yaml", "{", "evidence.json"));
    assertThat(refused).hasMessageStartingWith("model.yaml has");
  }

  @Test
  void sharesAreEqualWhereNoneAreStated() {
    String plain = EVIDENCE.replaceFirst("(?s)\"materiality\".*?\\},\\s*\"states\"", "\"states\"");
    assertThat(plain).doesNotContain("materiality");
    assertThat(OfflineScoring.run(MODEL, plain)).contains("\"GOV.OWN\"");
  }

  private static InvalidDocumentException refuse(String evidence) {
    InvalidDocumentException refused =
        catchThrowableOfType(
            InvalidDocumentException.class,
            () -> OfflineScoring.run(MODEL, "model.yaml", evidence, "evidence.json"));
    assertThat(refused).as("the evidence should be refused").isNotNull();
    return refused;
  }
}
