// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.local;

import java.io.IOException;

/**
 * Flink could not be started or asked. The message names the address or folder and what to do; it
 * holds no secret.
 */
public final class FlinkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FlinkException(String message, Throwable cause) {
    super(message, cause);
  }

  FlinkException(String message) {
    super(message);
  }

  static FlinkException unreachable(FlinkAddress address, IOException cause) {
    return new FlinkException(
        "Flink does not answer at "
            + address
            + ". Check that the cluster runs and that this is the address of its REST interface.",
        cause);
  }
}
