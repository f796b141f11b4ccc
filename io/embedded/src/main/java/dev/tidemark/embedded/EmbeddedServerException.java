// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

/**
 * Something keeps the embedded server from starting, running or stopping.
 *
 * <p>The message is written for a person and complete: what happened, to which directory or file,
 * the server's own last words where it has any, and what to do. It never carries a password.
 */
public final class EmbeddedServerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EmbeddedServerException(String message) {
    super(message);
  }

  EmbeddedServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
