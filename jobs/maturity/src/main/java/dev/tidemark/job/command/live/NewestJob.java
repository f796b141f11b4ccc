// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.job.health.Vitals.EngineFigure;
import dev.tidemark.job.local.FlinkException;
import dev.tidemark.job.local.FlinkJobs;
import dev.tidemark.job.local.Submission;
import dev.tidemark.postgres.admin.Jobs;
import java.util.Optional;
import java.util.function.Supplier;

/** What a cluster says of the job that supersedes the others, whichever that is when asked. */
record NewestJob(Jobs jobs, FlinkJobs cluster) implements Supplier<EngineFigure> {
  @Override
  public EngineFigure get() {
    Optional<String> name = jobs.newest().map(started -> Submission.name(started.job()));
    try {
      return name.flatMap(cluster::named)
          .map(job -> new EngineSigns(job).get())
          .orElse(EngineFigure.UNKNOWN);
    } catch (FlinkException unreachable) {
      return EngineFigure.UNKNOWN;
    }
  }
}
