// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import dev.tidemark.testkit.organisation.Organisation;
import java.time.InstantSource;
import java.util.Objects;

/**
 * What a fake account begins with.
 *
 * @param organisation whose account it is
 * @param clock the time at the source; a {@link dev.tidemark.testkit.VirtualClock} may be moved on
 * @param promptness how late the source shows things
 */
public record FakeSetup(Organisation organisation, InstantSource clock, Promptness promptness) {
  public FakeSetup {
    Objects.requireNonNull(organisation, "organisation");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(promptness, "promptness");
  }
}
