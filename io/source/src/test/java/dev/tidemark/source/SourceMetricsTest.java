// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceMetricsTest {
  @Test
  void whateverCameOfAPollItIsAPoll() {
    SourceMetrics before = SourceMetrics.now();
    SourceMetrics.count(Outcome.PAGE, 3);
    SourceMetrics.count(Outcome.IDLE, 5);
    SourceMetrics.count(Outcome.FAILED, 7);
    SourceMetrics.count(Outcome.RATE_LIMITED, 11);
    SourceMetrics.count(Outcome.LEASE_LOST, 13);
    SourceMetrics after = SourceMetrics.now();

    assertThat(after.polls() - before.polls()).isEqualTo(26);
    assertThat(after.pages() - before.pages()).isEqualTo(3);
    assertThat(after.failures() - before.failures()).isEqualTo(7);
    assertThat(after.lostLeases() - before.lostLeases()).isEqualTo(13);
  }
}
