// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.model.OrganisationId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When organisations may be scored: each at most once per interval, and all of them only in slots.
 * Remembers who waits. Not safe for use by several threads.
 */
final class Pace {
  private final Duration interval;
  private final Slots slots;
  private final Map<OrganisationId, Instant> passed = new HashMap<>();

  /** Who waits, and whether for a slot of its own. */
  private final Map<OrganisationId, Boolean> waiting = new HashMap<>();

  Pace(Duration interval, Slots slots) {
    this.interval = interval;
    this.slots = slots;
  }

  /**
   * How long an organisation with something new has to wait.
   *
   * @return zero if it may pass now, nothing if it waits already
   */
  Optional<Duration> asked(OrganisationId organisation, Instant now) {
    if (waiting.containsKey(organisation)) {
      return Optional.empty();
    }
    Duration own = sinceLast(organisation, now);
    if (own.isZero()) {
      return Optional.of(due(organisation));
    }
    waiting.put(organisation, false);
    return Optional.of(own);
  }

  /** How long an organisation has to wait further whose wait is over; zero if it may pass now. */
  Duration due(OrganisationId organisation) {
    boolean itsSlot = Boolean.TRUE.equals(waiting.remove(organisation));
    Duration further = itsSlot ? Duration.ZERO : slots.take();
    if (!further.isZero()) {
      waiting.put(organisation, true);
    }
    return further;
  }

  /** Scores an organisation that may pass. */
  void pass(OrganisationId organisation, Instant now, Runnable scoring) {
    passed.put(organisation, now);
    slots.work(scoring);
  }

  private Duration sinceLast(OrganisationId organisation, Instant now) {
    Instant last = passed.get(organisation);
    if (last == null || last.isAfter(now)) {
      return Duration.ZERO;
    }
    Duration wait = Duration.between(now, last.plus(interval));
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
