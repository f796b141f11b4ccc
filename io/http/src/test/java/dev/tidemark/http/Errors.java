// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tidemark.spi.ConnectorException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What goes wrong, as a connector sees it. */
final class Errors {
  private Errors() {}

  static ConnectorException of(ThrowingCallable work) {
    ConnectorException failure = catchThrowableOfType(ConnectorException.class, work);
    if (failure == null) {
      throw new AssertionError("nothing went wrong");
    }
    return failure;
  }
}
