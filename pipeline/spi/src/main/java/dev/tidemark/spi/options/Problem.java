// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import java.util.Objects;

/**
 * One thing wrong with settings.
 *
 * @param option the option or key it is about; empty where it is about several
 * @param message what is wrong and what would be right; never a secret
 */
public record Problem(String option, String message) {
  public Problem {
    Objects.requireNonNull(option, "option");
    Objects.requireNonNull(message, "message");
  }

  @Override
  public String toString() {
    return option.isEmpty() ? message : option + ": " + message;
  }
}
