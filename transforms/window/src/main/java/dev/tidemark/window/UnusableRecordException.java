// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

/** A record that cannot be used: the message says what is wrong with it. Costs no stack trace. */
final class UnusableRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableRecordException(String message) {
    super(message, null, false, false);
  }
}
