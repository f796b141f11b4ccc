// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WarehouseTest {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  private final VirtualClock clock = VirtualClock.at(NOON);
  private final Warehouse warehouse =
      new Warehouse("WH", Duration.ofMinutes(30), Duration.ofMinutes(1), clock);

  @Test
  void costsItsIdleMinuteWhenWoken() {
    assertThat(run(10)).isEqualTo(70);
  }

  @Test
  void costsOnlyWhatIsAddedWhileAwake() {
    run(10);
    clock.advance(Duration.ofSeconds(20));
    assertThat(run(5)).isEqualTo(25);
  }

  @Test
  void admitsWhileAwake() {
    run(10);
    clock.advance(Duration.ofSeconds(59));
    warehouse.admit();
  }

  @Test
  void restsUntilTheIntervalHasPassed() {
    run(10);
    clock.advance(Duration.ofMinutes(5));
    assertThatThrownBy(warehouse::admit)
        .isInstanceOf(ConnectorException.class)
        .satisfies(
            thrown -> {
              ConnectorException refusal = (ConnectorException) thrown;
              assertThat(refusal.category()).isEqualTo(Category.RATE_LIMITED);
              assertThat(refusal.retryAfter()).contains(NOON.plus(Duration.ofMinutes(30)));
            });
    clock.advanceTo(NOON.plus(Duration.ofMinutes(30)));
    warehouse.admit();
    assertThat(run(1)).isEqualTo(61);
  }

  /** Runs a statement of so many seconds. */
  private double run(int seconds) {
    Instant begun = clock.instant();
    clock.advance(Duration.ofSeconds(seconds));
    return warehouse.ran(begun, clock.instant()).amount(Warehouse.SECONDS).doubleValue();
  }
}
