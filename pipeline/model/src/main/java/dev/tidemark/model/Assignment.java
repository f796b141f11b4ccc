// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model;

import java.time.Duration;
import java.util.Objects;

/**
 * The order to read a stream. It holds while the registry shows this version of the connector as
 * active; a change, pause or deletion ends it.
 *
 * @param connectorType which connector reads it
 * @param version version of the connector's configuration in the registry
 * @param interval how often to poll when nothing changes
 */
public record Assignment(StreamId stream, String connectorType, long version, Duration interval) {
  public Assignment {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(connectorType, "connectorType");
    Objects.requireNonNull(interval, "interval");
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException("a poll interval is longer than zero, not " + interval);
    }
  }
}
