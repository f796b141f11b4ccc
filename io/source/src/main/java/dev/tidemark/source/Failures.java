// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;

/** Gives every failure of a connector a category and a message without secrets. */
final class Failures {
  private Failures() {}

  static ConnectorException of(Throwable failure, String connectorType) {
    return failure instanceof ConnectorException known ? known : defect(failure, connectorType);
  }

  /** The message of an unforeseen exception may hold anything, so only its kind and place show. */
  private static ConnectorException defect(Throwable failure, String connectorType) {
    StackTraceElement[] trace = failure.getStackTrace();
    String place = trace.length == 0 ? "an unknown place" : trace[0].toString();
    return ConnectorException.of(
        Category.INTERNAL,
        "%s failed unexpectedly: %s at %s. Report this defect of the connector"
            .formatted(connectorType, failure.getClass().getName(), place));
  }
}
