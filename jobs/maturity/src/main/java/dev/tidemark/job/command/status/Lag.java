// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.status;

import java.time.Duration;
import java.time.Instant;

/** How far behind something is, as short as people say it. */
final class Lag {
  private Lag() {}

  static String between(Instant then, Instant now) {
    Duration lag = Duration.between(then, now);
    if (lag.toDays() > 1) {
      return lag.toDays() + " d";
    }
    if (lag.toHours() > 1) {
      return lag.toHours() + " h";
    }
    return lag.toMinutes() > 1 ? lag.toMinutes() + " min" : Math.max(0, lag.toSeconds()) + " s";
  }
}
