// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.stream.Cost;
import dev.tidemark.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class CostGuardTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-01-01T00:00:00Z");

  private final VirtualClock clock = VirtualClock.at(MIDNIGHT.plusSeconds(3600));
  private final CostGuard guard = new CostGuard(clock);

  @Test
  void withoutABudgetNothingIsTooMuch() {
    guard.charge(Cost.of("credits", 1e9));
    assertThat(guard.stop()).isEmpty();
  }

  @Test
  void stopsUntilTheNextDayWhenAUnitIsSpent() {
    guard.allow(Cost.of("credits", 2).plus(Cost.of("seconds", 100)));
    guard.charge(Cost.of("credits", 1).plus(Cost.of("seconds", 99)));
    assertThat(guard.stop()).isEmpty();
    guard.charge(Cost.of("credits", 1.5));
    CostGuard.Stop stop = guard.stop().orElseThrow();
    assertThat(stop.until()).isEqualTo(MIDNIGHT.plus(Duration.ofDays(1)));
    assertThat(stop.reason()).isEqualTo("the day's budget of 2 credits is spent: 2.5 were used");
  }

  @Test
  void aUnitThatIsNotBoundedStopsNothing() {
    guard.allow(Cost.of("credits", 2));
    guard.charge(Cost.of("seconds", 100));
    assertThat(guard.stop()).isEmpty();
  }

  @Test
  void everyDayBeginsAtZero() {
    guard.allow(Cost.of("credits", 2));
    guard.charge(Cost.of("credits", 2));
    clock.advanceTo(MIDNIGHT.plus(Duration.ofDays(1)).minusMillis(1));
    assertThat(guard.stop()).isPresent();
    clock.advance(Duration.ofMillis(1));
    assertThat(guard.stop()).isEmpty();
  }

  @Test
  void aLargerBudgetTakesEffectAtOnce() {
    guard.allow(Cost.of("credits", 2));
    guard.charge(Cost.of("credits", 2));
    guard.allow(Cost.of("credits", 3));
    assertThat(guard.stop()).isEmpty();
  }

  /**
   * The ledger may know of other spenders, and not yet of our own last fetches: the larger counts.
   */
  @Test
  void whatOthersSpentCounts() {
    guard.allow(Cost.of("credits", 5));
    guard.charge(Cost.of("credits", 2));
    guard.learn(MIDNIGHT, Cost.of("credits", 1));
    assertThat(guard.stop()).isEmpty();
    guard.learn(MIDNIGHT, Cost.of("credits", 5));
    assertThat(guard.stop()).isPresent();
  }

  @Test
  void whatIsLearntOfAnotherDayIsForgotten() {
    guard.allow(Cost.of("credits", 5));
    guard.learn(MIDNIGHT.minus(Duration.ofDays(1)), Cost.of("credits", 5));
    assertThat(guard.stop()).isEmpty();
  }
}
