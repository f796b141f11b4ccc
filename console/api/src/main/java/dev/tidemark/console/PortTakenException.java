// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

/** Somebody else listens where the console was to listen. */
public final class PortTakenException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  PortTakenException(int port, Throwable cause) {
    super("Port " + port + " is in use: name another for the console.", cause);
  }
}
