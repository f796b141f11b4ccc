// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.model.OrganisationId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Lets each organisation pass at most once per interval, and remembers who already waits. Not safe
 * for use by several threads.
 */
final class Throttle {
  private final Duration interval;
  private final Map<OrganisationId, Instant> passed = new HashMap<>();
  private final Set<OrganisationId> waiting = new HashSet<>();

  Throttle(Duration interval) {
    this.interval = interval;
  }

  /** How long the organisation has to wait; zero if it may pass now. */
  Duration waitFor(OrganisationId organisation, Instant now) {
    Instant last = passed.get(organisation);
    if (last == null || last.isAfter(now)) {
      return Duration.ZERO;
    }
    Duration wait = Duration.between(now, last.plus(interval));
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  /** Marks it as waiting; false if it was already. */
  boolean postpone(OrganisationId organisation) {
    return waiting.add(organisation);
  }

  void passed(OrganisationId organisation, Instant now) {
    passed.put(organisation, now);
    waiting.remove(organisation);
  }
}
