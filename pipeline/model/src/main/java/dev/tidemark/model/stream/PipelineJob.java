// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import java.util.Objects;
import java.util.UUID;

/**
 * One submission of the pipeline. Engine restarts of a submission keep it; a later submission has a
 * higher epoch and supersedes it: a stream once taken by an epoch is never given back to a lower
 * one.
 *
 * @param epoch position in the order of submissions to one database, from 1
 */
public record PipelineJob(UUID id, long epoch) {
  public PipelineJob {
    Objects.requireNonNull(id, "id");
    if (epoch < 1) {
      throw new IllegalArgumentException("a job's epoch starts at 1, not " + epoch);
    }
  }
}
