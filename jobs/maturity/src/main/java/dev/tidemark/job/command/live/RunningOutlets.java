// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.outlet.run.OutletRunner;
import dev.tidemark.postgres.DatabaseAccess;
import java.time.Duration;

/** Outlets while a command runs; where there are none, a look once a minute. */
record RunningOutlets(OutletRunner runner) implements Beside {
  private static final Duration TO_ANSWER = Duration.ofSeconds(5);

  /** With the connections that watching has anyway. */
  static RunningOutlets of(DatabaseAccess access) {
    return new RunningOutlets(OutletRunner.of(access.withConnections(2).withPatience(TO_ANSWER)));
  }

  @Override
  public void begin() {
    runner.start();
  }

  @Override
  public void close() {
    runner.close();
  }
}
