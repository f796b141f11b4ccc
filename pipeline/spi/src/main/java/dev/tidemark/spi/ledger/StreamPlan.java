// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.ledger;

import dev.tidemark.model.Stratum;
import dev.tidemark.model.asset.Precedence;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What may be expected of a stream.
 *
 * @param interval expected time between polls
 * @param latency how late its source shows things
 * @param metrics full names of the metrics it feeds
 */
public record StreamPlan(
    String connectorType,
    Stratum stratum,
    Duration interval,
    Duration latency,
    Precedence precedence,
    List<String> metrics) {
  public StreamPlan {
    Objects.requireNonNull(connectorType, "connectorType");
    Objects.requireNonNull(stratum, "stratum");
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(latency, "latency");
    Objects.requireNonNull(precedence, "precedence");
    metrics = List.copyOf(metrics);
  }
}
