// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import java.util.Optional;

/** Somebody else changed it first: look at what it is now, and decide again. */
public final class StaleVersionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StaleVersionException(long expected, Optional<Long> found) {
    super(
        found
            .map(it -> "it was changed meanwhile: version " + it + " is there, not " + expected)
            .orElse("it was removed meanwhile"));
  }
}
