// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.event;

/** A record that cannot be used: the message says what is wrong with it. Costs no stack trace. */
public final class UnusableRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableRecordException(String message) {
    super(message, null, false, false);
  }
}
