// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

/** Somebody else changed it first: look at what it is now, and decide again. */
public final class StaleVersionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StaleVersionException(long expected, long found) {
    super("it was changed meanwhile: version " + found + " is there, not " + expected);
  }
}
