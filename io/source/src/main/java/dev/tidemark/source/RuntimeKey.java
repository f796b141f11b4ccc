// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.stream.PipelineJob;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/**
 * What names a {@link SourceRuntime}: equal keys share one in a JVM. Travels with the job.
 *
 * @param access does not count for equality: a job has one ledger, whatever became of its copies
 */
record RuntimeKey(BooksAccess access, UUID job, long epoch, SourceLimits limits)
    implements Serializable {
  static RuntimeKey of(BooksAccess access, PipelineJob job, SourceLimits limits) {
    return new RuntimeKey(access, job.id(), job.epoch(), limits);
  }

  PipelineJob pipelineJob() {
    return new PipelineJob(job, epoch);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RuntimeKey key
        && job.equals(key.job)
        && epoch == key.epoch
        && limits.equals(key.limits);
  }

  @Override
  public int hashCode() {
    return Objects.hash(job, epoch, limits);
  }
}
