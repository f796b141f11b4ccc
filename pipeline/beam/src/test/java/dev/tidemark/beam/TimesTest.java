// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.junit.jupiter.api.Test;

final class TimesTest {
  @Test
  void cutsOffTowardsThePast() {
    assertThat(Times.joda(Instant.parse("1969-12-31T23:59:59.999999Z")).getMillis()).isEqualTo(-1);
    assertThat(Times.joda(Instant.parse("2026-01-08T10:00:00.123999Z")).toString())
        .isEqualTo("2026-01-08T10:00:00.123Z");
  }

  @Test
  void comesBackAsItWent() {
    Instant instant = Instant.parse("2026-01-08T10:00:00.123Z");
    assertThat(Times.java(Times.joda(instant))).isEqualTo(instant);
    assertThat(Times.java(Times.joda(Duration.ofMillis(90_061)))).hasMillis(90_061);
  }

  @Test
  void theEndsOfTimeAreBeams() {
    assertThat(Times.joda(Instant.MIN)).isEqualTo(BoundedWindow.TIMESTAMP_MIN_VALUE);
    assertThat(Times.joda(Instant.MAX)).isEqualTo(BoundedWindow.TIMESTAMP_MAX_VALUE);
  }
}
