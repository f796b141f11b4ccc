// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.fake.snowflake.FakeSnowflake;
import dev.tidemark.testkit.VirtualClock;
import dev.tidemark.testkit.conformance.Candidate;
import dev.tidemark.testkit.conformance.Conformance;
import dev.tidemark.testkit.conformance.Contract;
import dev.tidemark.testkit.conformance.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contracts the connector is known to keep, through the vendor's driver. Not among them:
 * Throttles, because the driver asks once more by itself and hides how long it was asked to wait.
 */
class ContractsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Describes",
        "Discovers",
        "Resumes",
        "Replays",
        "Ties",
        "Lateness",
        "Mutates",
        "Deletes",
        "Normalises",
        "Heartbeats"
      })
  void keeps(String name) {
    Contract contract =
        Conformance.CONTRACTS.stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    try (FakeSnowflake fake = FakeSnowflake.bare(VirtualClock.at(now))) {
      Verdict verdict =
          Conformance.examine(
              contract, Candidate.of(new SnowflakeType(), fake, now.toEpochMilli()));
      assertThat(verdict.isFailed()).as(verdict.toString()).isFalse();
    }
  }
}
