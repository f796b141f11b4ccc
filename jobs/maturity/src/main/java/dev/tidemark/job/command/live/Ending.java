// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.postgres.admin.Jobs.StartedJob;
import java.util.List;

/**
 * How a run came to its end.
 *
 * @param exit the exit code
 * @param message for the person who started it; empty where nothing needs saying
 */
record Ending(int exit, String message) {

  static Ending stopped() {
    return new Ending(0, "stopped");
  }

  static Ending caughtUp() {
    return new Ending(0, "caught up");
  }

  static Ending superseded(StartedJob by) {
    return new Ending(
        1,
        "superseded by job "
            + by.job().epoch()
            + " (started "
            + by.startedAt()
            + " on "
            + by.host()
            + "); stopping");
  }

  static Ending jobEnded(String reason) {
    return new Ending(1, "the job ended by itself: " + reason);
  }

  static Ending failing(List<String> failures) {
    return new Ending(
        1,
        "not caught up, as these streams fail:"
            + String.join("", failures.stream().map(it -> "\n  " + it).toList()));
  }

  static Ending nothingToRead() {
    return new Ending(
        1, "there is no connector to read. Add one with 'tidemark connector add FILE'.");
  }
}
