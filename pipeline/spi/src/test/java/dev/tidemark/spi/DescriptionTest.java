// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.stream.Cost;
import dev.tidemark.spi.options.Options;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DescriptionTest {
  private static final Description PLAIN =
      new Description(
          "lake",
          "1",
          "A lake",
          "What swims in it.",
          List.of(),
          Options.of(),
          List.of(),
          Set.of(),
          new Budget(1, Duration.ofSeconds(1), 1));

  @Test
  void chargesNothingAndLeavesTheDeadlineToTheReaderUnlessItSaysSo() {
    assertThat(PLAIN.charges()).isEmpty();
    assertThat(PLAIN.deadline()).isEmpty();
  }

  @Test
  void saysWhatItChargesAndHowLongAFetchMayTake() {
    ChargedUnit unit = ChargedUnit.of("dbu", "a Databricks unit");
    Description charging = PLAIN.withFetchDeadline(Duration.ofMinutes(20)).withCharges(unit);
    assertThat(charging.charges()).containsExactly(unit);
    assertThat(charging.deadline()).contains(Duration.ofMinutes(20));
    assertThat(charging.type()).isEqualTo("lake");
  }

  @Test
  void aFetchMayTakeSomeTime() {
    assertThatThrownBy(() -> PLAIN.withFetchDeadline(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFailureMayHaveCostSomething() {
    Instant later = Instant.parse("2026-01-08T00:00:00Z");
    ConnectorException failure =
        ConnectorException.rateLimited("wait", later)
            .costing(Cost.of("dbu", 1))
            .costing(Cost.of("dbu", 2));
    assertThat(failure.cost()).isEqualTo(Cost.of("dbu", 3));
    assertThat(failure.retryAfter()).contains(later);
    assertThat(failure).hasMessage("wait");
    assertThat(ConnectorException.of(Category.DATA, "odd").cost()).isEqualTo(Cost.none());
  }
}
