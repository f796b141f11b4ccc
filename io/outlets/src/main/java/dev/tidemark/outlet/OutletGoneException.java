// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet;

/** The receiver said that it is gone for good: it is told nothing until somebody resumes it. */
public final class OutletGoneException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OutletGoneException(String message) {
    super(message);
  }
}
