// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.stream.Cost;
import dev.tidemark.model.stream.CostUnit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Holds a connector to what it may cost in a day of UTC. What a fetch costs is known when it has
 * ended, so the last ones of a day, one per stream at most, may go beyond. Safe for use by several
 * threads.
 */
final class CostGuard {
  private final InstantSource clock;
  private Cost budget = Cost.none();
  private Cost spent = Cost.none();
  private Instant day = Instant.EPOCH;

  CostGuard(InstantSource clock) {
    this.clock = clock;
  }

  /** Why nothing may be fetched, and until when. */
  record Stop(String reason, Instant until) {}

  /** From now on a day may cost this; a unit that is not named is not bounded. */
  synchronized void allow(Cost daily) {
    budget = daily;
  }

  synchronized boolean isBounded() {
    return !budget.isNone();
  }

  /** The day it is: what was spent is counted from its beginning. */
  synchronized Instant today() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.DAYS);
    if (now.isAfter(day)) {
      day = now;
      spent = Cost.none();
    }
    return day;
  }

  /** A fetch has cost something. */
  synchronized void charge(Cost cost) {
    if (!cost.isNone()) {
      today();
      spent = spent.plus(cost);
    }
  }

  /** Others may have spent as well: so much is known of a day in all. */
  synchronized void learn(Instant of, Cost inAll) {
    if (of.equals(today())) {
      spent = larger(spent, inAll);
    }
  }

  /** Whether the day's budget is spent. */
  synchronized Optional<Stop> stop() {
    if (budget.isNone()) {
      return Optional.empty();
    }
    Instant tomorrow = today().plus(1, ChronoUnit.DAYS);
    return budget.amounts().entrySet().stream()
        .filter(allowed -> spent.amount(allowed.getKey()).compareTo(allowed.getValue()) >= 0)
        .findFirst()
        .map(allowed -> new Stop(reason(allowed), tomorrow));
  }

  private String reason(Map.Entry<CostUnit, BigDecimal> allowed) {
    return "the day's budget of %s %s is spent: %s were used"
        .formatted(
            allowed.getValue().toPlainString(),
            allowed.getKey(),
            spent.amount(allowed.getKey()).toPlainString());
  }

  /** Unit by unit. */
  private static Cost larger(Cost one, Cost other) {
    Cost larger = one;
    for (Map.Entry<CostUnit, BigDecimal> amount : other.amounts().entrySet()) {
      BigDecimal more = amount.getValue().subtract(one.amount(amount.getKey()));
      if (more.signum() > 0) {
        larger = larger.plus(Cost.of(amount.getKey().name(), more));
      }
    }
    return larger;
  }
}
