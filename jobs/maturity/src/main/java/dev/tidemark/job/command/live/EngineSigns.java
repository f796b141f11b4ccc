// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.job.health.Vitals.EngineFigure;
import dev.tidemark.job.local.FlinkJob;
import dev.tidemark.job.local.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * What Flink says of a job, asked anew each time; where it does not answer nothing is waited for.
 */
record EngineSigns(FlinkJob job) implements Supplier<EngineFigure> {
  @Override
  public EngineFigure get() {
    JobState state = job.state();
    return state == JobState.UNKNOWN
        ? EngineFigure.UNKNOWN
        : new EngineFigure(
            state,
            job.restarts(),
            job.checkpointedAt().map(at -> Duration.between(at, Instant.now())).orElse(null));
  }
}
