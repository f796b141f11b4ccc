// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.testkit.organisation.Organisation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FakeSetupTest {
  private static final Duration YEAR = Duration.ofDays(365);

  @Test
  void aYearIsRememberedOfASmallOrganisationAndLessOfLarger() {
    assertThat(remembered(1, YEAR)).isEqualTo(YEAR);
    assertThat(remembered(10, YEAR)).isEqualTo(Duration.ofDays(40));
    assertThat(remembered(10, Duration.ofDays(30))).isEqualTo(Duration.ofDays(30));
    assertThat(remembered(1000, YEAR)).isEqualTo(Duration.ofDays(1));
  }

  private static Duration remembered(int size, Duration asked) {
    Organisation organisation = Organisation.of(size, 1, Instant.EPOCH);
    return new FakeSetup(organisation, Clock.systemUTC(), Promptness.AT_ONCE, asked).remembered();
  }
}
