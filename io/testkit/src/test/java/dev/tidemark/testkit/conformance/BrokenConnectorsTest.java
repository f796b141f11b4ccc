// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.spi.ConnectorType;
import dev.tidemark.testkit.BrokenType;
import dev.tidemark.testkit.ExampleStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The kit sees what is broken, and only that. */
class BrokenConnectorsTest {
  private static final int RECORDS = 2_000;

  @Test
  void thereIsOneBrokenConnectorForEachContract() {
    assertThat(BrokenTypes.byContract().keySet())
        .containsExactlyElementsOf(Conformance.CONTRACTS.stream().map(Contract::name).toList());
  }

  @TestFactory
  Stream<DynamicTest> eachFailsTheContractItBreaks() {
    return BrokenTypes.byContract().entrySet().stream()
        .map(
            broken ->
                DynamicTest.dynamicTest(
                    broken.getKey(), () -> fails(broken.getKey(), broken.getValue())));
  }

  private static void fails(String contract, Function<ExampleStage, BrokenType> broken) {
    Map<String, List<String>> failed = new TreeMap<>();
    for (Contract it : Conformance.CONTRACTS) {
      try (ExampleStage stage = new ExampleStage(RECORDS)) {
        Verdict verdict = Conformance.examine(it, Candidate.of(broken.apply(stage), stage, 7));
        if (verdict instanceof Verdict.Failed failure) {
          failed.put(it.name(), seen(failure));
        }
      }
    }
    assertThat(failed).containsOnlyKeys(contract);
    assertThat(failed.get(contract)).isNotEmpty().allMatch(text -> text.contains("fix: "));
  }

  private static List<String> seen(Verdict.Failed failure) {
    List<String> seen = new ArrayList<>();
    failure.findings().forEach(finding -> seen.add(finding.toString()));
    return seen;
  }

  @Test
  void aFakeThatPlaysNothingFailsWhereItWouldBeNeeded() {
    ConnectorType example = new dev.tidemark.testkit.ExampleConnectorType();
    try (ExampleStage stage = new ExampleStage(RECORDS)) {
      SilentStage silent = new SilentStage(stage);
      List<String> failed =
          Conformance.CONTRACTS.stream()
              .filter(it -> Conformance.examine(it, Candidate.of(example, silent, 7)).isFailed())
              .map(Contract::name)
              .toList();
      assertThat(failed)
          .contains("Checks", "Reads", "Resumes", "Ties", "Lateness", "Mutates", "Deletes")
          .contains("Drifts", "Throttles", "Fails", "Rotates", "StaysInside", "IsBounded")
          .contains("Heartbeats")
          .doesNotContain("Describes", "Discovers", "KeepsSecrets", "WritesBack");
    }
  }

  @Test
  void anAccountAtTheVendorsIsReadAndLeftAlone() {
    ConnectorType example = new dev.tidemark.testkit.ExampleConnectorType();
    try (ExampleStage stage = new ExampleStage(RECORDS)) {
      SilentStage live = new SilentStage(stage).live();
      for (Contract it : Conformance.CONTRACTS) {
        Verdict verdict = Conformance.examine(it, Candidate.of(example, live, 7));
        assertThat(verdict.isFailed()).as(it.name() + ": " + verdict).isFalse();
      }
      assertThat(Conformance.examine(new Ties(), Candidate.of(example, live, 7)))
          .isInstanceOfSatisfying(
              Verdict.NotApplicable.class,
              not -> assertThat(not.why()).contains("RecordScenes are not played against"));
    }
  }
}
