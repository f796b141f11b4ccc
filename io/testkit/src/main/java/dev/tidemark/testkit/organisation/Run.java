// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a pipeline to do its work.
 *
 * @param number which start of the pipeline, counted from 0
 * @param attempt from 1; a failed first attempt is tried once more
 * @param isFinal whether no further attempt follows
 * @param failure what it fails of; null if it succeeds
 */
public record Run(
    String id,
    Pipeline pipeline,
    long number,
    int attempt,
    boolean isFinal,
    Instant begun,
    Instant ended,
    double lateness,
    long rows,
    @Nullable String failure)
    implements Happening {
  public Run {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(pipeline, "pipeline");
    Objects.requireNonNull(begun, "begun");
    Objects.requireNonNull(ended, "ended");
  }

  /** How it stands. */
  public enum Status {
    /** It has not begun. */
    AHEAD,
    /** It has begun and not ended. */
    RUNNING,
    /** It did its work. */
    SUCCEEDED,
    /** It did not. */
    FAILED
  }

  /** How it stands at a time. */
  public Status status(Instant now) {
    if (now.isBefore(begun)) {
      return Status.AHEAD;
    }
    if (now.isBefore(ended)) {
      return Status.RUNNING;
    }
    return failure == null ? Status.SUCCEEDED : Status.FAILED;
  }
}
