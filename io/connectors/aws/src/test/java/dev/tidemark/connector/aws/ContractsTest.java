// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.fake.aws.FakeAws;
import dev.tidemark.testkit.conformance.Candidate;
import dev.tidemark.testkit.conformance.Conformance;
import dev.tidemark.testkit.conformance.Contract;
import dev.tidemark.testkit.conformance.Verdict;
import dev.tidemark.testkit.stage.Stage;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts that need an account, and no scene played on it. */
class ContractsTest {
  @ParameterizedTest
  @ValueSource(strings = {"Describes", "Discovers", "Normalises"})
  void holds(String name) {
    Contract contract =
        Conformance.CONTRACTS.stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow();
    try (FakeAws fake = FakeAws.empty();
        Stage stage = new QuietStage(fake)) {
      Verdict verdict = Conformance.examine(contract, Candidate.of(new AwsType(), stage, 1));
      assertThat(verdict).isInstanceOf(Verdict.Passed.class);
    }
  }

  private record QuietStage(FakeAws fake) implements Stage {
    @Override
    public Kind kind() {
      return Kind.FAKE;
    }

    @Override
    public Map<String, Object> settings() {
      return Things.settings(fake);
    }

    @Override
    public void close() {}
  }
}
