// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.local;

import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/**
 * A later job has taken over. With checkpoints on, Flink never lets the sources of a job finish, so
 * this is how a superseded one ends: it fails, is not restarted, and leaves its slots to the job
 * that waits for them.
 */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class SupersededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says by whom. */
  public SupersededException(String message) {
    super(message);
  }
}
