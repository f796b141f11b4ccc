// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock in UTC that stands still until it is moved. Safe for use by several threads. */
public final class VirtualClock extends Clock {
  private final AtomicReference<Instant> now;

  private VirtualClock(Instant start) {
    now = new AtomicReference<>(Objects.requireNonNull(start, "start"));
  }

  /** A clock that shows the given instant. */
  public static VirtualClock at(Instant start) {
    return new VirtualClock(start);
  }

  /** A clock that shows the ISO instant. */
  public static VirtualClock at(String start) {
    return at(Instant.parse(start));
  }

  /** Moves the clock on; it never goes back. */
  public void advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException("time does not go back by " + step);
    }
    now.updateAndGet(instant -> instant.plus(step));
  }

  /** Moves the clock on to an instant, unless it is there or later already. */
  public void advanceTo(Instant target) {
    now.updateAndGet(instant -> instant.isBefore(target) ? target : instant);
  }

  @Override
  public Instant instant() {
    return Objects.requireNonNull(now.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** This clock: everything here is in UTC. */
  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
