// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.released;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.spi.Connector;
import dev.tidemark.testkit.ExampleStage;
import dev.tidemark.testkit.conformance.Candidate;
import dev.tidemark.testkit.conformance.Conformance;
import dev.tidemark.testkit.conformance.Contract;
import dev.tidemark.testkit.conformance.Release;
import dev.tidemark.testkit.conformance.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a release promised is missed when it is gone. */
class CompatibilityTest {
  private final ExampleStage stage = new ExampleStage(10);
  private final Candidate candidate = Candidate.of(new ReleasedType(), stage, 7);

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void namesEachPromiseThatIsBroken() {
    Contract describes = Conformance.CONTRACTS.get(0);
    assertThat(Conformance.examine(describes, candidate))
        .isInstanceOfSatisfying(
            Verdict.Failed.class,
            failed ->
                assertThat(failed.findings())
                    .extracting(Verdict.Finding::seen)
                    .containsExactlyInAnyOrder(
                        "compared with its last release, the connector now requires [account]",
                        "compared with its last release, the connector no longer takes the option"
                            + " region",
                        "compared with its last release, the connector no longer has the stream"
                            + " views",
                        "compared with its last release, the connector stream events no longer has"
                            + " the fields [host]"));
  }

  @Test
  void aPromiseHoldsWhatCanBeReliedOn() {
    try (Connector connector = candidate.open()) {
      JsonNode promise = Release.of(candidate.description(), connector.discover());
      assertThat(promise.path("version").asText()).isEqualTo("1.0.0");
      assertThat(promise.at("/options/required/0").asText()).isEqualTo("account");
      assertThat(promise.at("/streams/events/fields/value").asText()).isEqualTo("number");
    }
  }
}
