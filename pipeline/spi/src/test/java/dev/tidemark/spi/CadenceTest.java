// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CadenceTest {
  @ParameterizedTest(
      name = "{0}: {1}, {2} and {3} when quiet, word of it within {4}, sign of life each {5}")
  @CsvSource({
    "PT5S,  PT5S,  PT10S, PT20S, PT1M,  PT15S",
    "PT1M,  PT1M,  PT2M,  PT4M,  PT4M,  PT15S",
    "PT2M,  PT2M,  PT4M,  PT5M,  PT5M,  PT30S",
    "PT15M, PT15M, PT15M, PT15M, PT15M, PT3M45S",
    "PT24H, PT24H, PT24H, PT24H, PT24H, PT6H",
  })
  void aQuietStreamIsReadLessOftenWithinFiveMinutes(
      Duration interval,
      Duration awake,
      Duration drowsy,
      Duration asleep,
      Duration expected,
      Duration silence) {
    Cadence cadence = new Cadence(interval);
    assertThat(cadence.pause(Duration.ofMinutes(60))).isEqualTo(awake);
    assertThat(cadence.pause(Duration.ofMinutes(61))).isEqualTo(drowsy);
    assertThat(cadence.pause(Duration.ofHours(4))).isEqualTo(drowsy);
    assertThat(cadence.pause(Duration.ofMinutes(241))).isEqualTo(asleep);
    assertThat(cadence.expectedPeriod()).isEqualTo(expected);
    assertThat(cadence.silence()).isEqualTo(silence);
  }
}
