// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.testkit.conformance.Candidate;
import dev.tidemark.testkit.conformance.Conformance;
import dev.tidemark.testkit.conformance.Contract;
import dev.tidemark.testkit.conformance.Verdict;
import dev.tidemark.testkit.fake.FakePlatforms;
import dev.tidemark.testkit.fake.FakeSetup;
import dev.tidemark.testkit.fake.Promptness;
import dev.tidemark.testkit.organisation.Organisation;
import dev.tidemark.testkit.stage.Stage;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contracts that need no records made to order. Not held: KeepsSecrets, because the SDK's
 * signer writes session tokens to its log at DEBUG, which nothing but the level of its logger
 * prevents.
 */
class ContractsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Describes",
        "Checks",
        "Discovers",
        "Throttles",
        "StaysInside",
        "Normalises",
        "Heartbeats"
      })
  void holds(String name) {
    Contract contract =
        Conformance.CONTRACTS.stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow();
    Organisation company = Organisation.of(1, 7, Instant.now().minusSeconds(60));
    FakeSetup setup = new FakeSetup(company, Clock.systemUTC(), Promptness.AT_ONCE);
    try (Stage stage = FakePlatforms.of("aws").start(setup)) {
      Verdict verdict = Conformance.examine(contract, Candidate.of(new AwsType(), stage, 1));
      assertThat(verdict).isInstanceOf(Verdict.Passed.class);
    }
  }
}
