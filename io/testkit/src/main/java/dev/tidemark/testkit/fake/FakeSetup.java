// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import dev.tidemark.testkit.organisation.Organisation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/**
 * What a fake account begins with.
 *
 * @param organisation whose account it is
 * @param clock the time at the source; a {@link dev.tidemark.testkit.VirtualClock} may be moved on
 * @param promptness how late the source shows things
 * @param history how much of the past is asked for
 */
public record FakeSetup(
    Organisation organisation, InstantSource clock, Promptness promptness, Duration history) {
  /** As long as readers look back by themselves. */
  private static final Duration USUAL = Duration.ofDays(30);

  private static final int COMPANY_DAYS = 400;

  public FakeSetup {
    Objects.requireNonNull(organisation, "organisation");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(promptness, "promptness");
    Objects.requireNonNull(history, "history");
  }

  /** With as much of the past as readers ask for by themselves. */
  public FakeSetup(Organisation organisation, InstantSource clock, Promptness promptness) {
    this(organisation, clock, promptness, USUAL);
  }

  /** How much of the past is kept in memory: what is asked for, of larger organisations less. */
  public Duration remembered() {
    Duration most = Duration.ofDays(Math.max(1, COMPANY_DAYS / organisation.size()));
    return history.compareTo(most) < 0 ? history : most;
  }
}
