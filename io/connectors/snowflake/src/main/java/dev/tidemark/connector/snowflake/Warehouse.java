// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.model.stream.Cost;
import dev.tidemark.model.stream.CostUnit;
import dev.tidemark.spi.ConnectorException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the warehouse without asking: whether a statement of the connector keeps it
 * awake, and how long it ran because of them. It is woken no more often than was allowed; whoever
 * comes too early is told when to come, and so all streams share the same waking. Safe for use by
 * several threads.
 */
final class Warehouse {
  /** The unit its running is reported in. */
  static final CostUnit SECONDS = new CostUnit("warehouse_seconds");

  private final String name;
  private final Duration wakeInterval;
  private final Duration autoSuspend;
  private final InstantSource clock;
  private @Nullable Instant woken;
  private Instant awakeUntil = Instant.EPOCH;

  Warehouse(String name, Duration wakeInterval, Duration autoSuspend, InstantSource clock) {
    this.name = name;
    this.wakeInterval = wakeInterval;
    this.autoSuspend = autoSuspend;
    this.clock = clock;
  }

  /** Refuses if a statement would wake it too early. */
  void admit() {
    Optional<Instant> until = rests();
    if (until.isPresent()) {
      throw ConnectorException.rateLimited(
          "warehouse "
              + name
              + " rests so that it costs little: it is woken again after the option wake-interval",
          until.get());
    }
  }

  /** Until when no statement may wake it; empty where one may, or it is awake. */
  synchronized Optional<Instant> rests() {
    Instant now = clock.instant();
    if (woken == null || now.isBefore(awakeUntil)) {
      return Optional.empty();
    }
    return Optional.of(woken.plus(wakeInterval)).filter(now::isBefore);
  }

  /**
   * A statement ran on it.
   *
   * @return for how many more seconds it runs because of that
   */
  synchronized Cost ran(Instant begun, Instant ended) {
    boolean asleep = !begun.isBefore(awakeUntil);
    if (asleep) {
      woken = begun;
    }
    Instant from = asleep ? begun : awakeUntil;
    Instant until = ended.plus(autoSuspend);
    if (!until.isAfter(from)) {
      return Cost.none();
    }
    awakeUntil = until;
    return Cost.of(SECONDS.name(), Duration.between(from, until).toMillis() / 1000.0);
  }
}
