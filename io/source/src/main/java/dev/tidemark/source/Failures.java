// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.Assignment;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.time.Duration;

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

  /** A fetch was given up. */
  static ConnectorException overdue(Assignment assignment, Duration deadline) {
    return ConnectorException.of(
        Category.TRANSIENT,
        ("%s did not answer within %s about stream '%s', and was given up: see whether the platform"
                + " answers at all, or allow a fetch more time")
            .formatted(assignment.connectorType(), text(deadline), assignment.stream().name()));
  }

  /** Fetches given up before still hang, so no further one is begun. */
  static ConnectorException hanging(Assignment assignment) {
    return ConnectorException.of(
        Category.TRANSIENT,
        ("fetches of stream '%s' that were given up still hang in %s and hold threads; it is read"
                + " on when they come back. Should they never, start Tidemark again and report this"
                + " defect of the connector")
            .formatted(assignment.stream().name(), assignment.connectorType()));
  }

  private static String text(Duration duration) {
    return duration.toMillis() / 1_000.0 + " s";
  }
}
