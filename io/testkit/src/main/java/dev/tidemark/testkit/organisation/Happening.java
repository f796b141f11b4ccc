// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Duration;
import java.time.Instant;

/** Something that happened. Platforms show it late, some of it very late. */
public interface Happening {
  /** A stable identifier, in the form of a UUID. */
  String id();

  /** When it began. */
  Instant begun();

  /** When it ended; for what takes no time, when it began. */
  default Instant ended() {
    return begun();
  }

  /** How late it shows, as a share of how late its platform ever shows things. */
  double lateness();

  /** When a source that shows things that late, after they ended, shows it. */
  default Instant shown(Duration latency) {
    return ended().plusMillis((long) (latency.toMillis() * lateness()));
  }

  /** Whether a source that shows things that late shows it at a time. */
  default boolean isShown(Duration latency, Instant now) {
    return !shown(latency).isAfter(now);
  }
}
