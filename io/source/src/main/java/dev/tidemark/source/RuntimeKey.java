// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.stream.PipelineJob;
import java.io.Serializable;
import java.util.UUID;

/** What names a {@link SourceRuntime}: equal keys share one in a JVM. Travels with the job. */
record RuntimeKey(BooksAccess access, UUID job, long epoch, SourceLimits limits)
    implements Serializable {
  static RuntimeKey of(BooksAccess access, PipelineJob job, SourceLimits limits) {
    return new RuntimeKey(access, job.id(), job.epoch(), limits);
  }

  PipelineJob pipelineJob() {
    return new PipelineJob(job, epoch);
  }
}
