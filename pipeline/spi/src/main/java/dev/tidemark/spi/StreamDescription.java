// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import dev.tidemark.model.asset.Precedence;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A stream a connector type offers.
 *
 * @param interval default time between polls
 * @param latency how late its source shows things
 * @param precedence whose word it is when streams differ about a fact
 * @param metrics full catalogue names of the metrics it feeds
 */
public record StreamDescription(
    String name,
    String title,
    StreamKind kind,
    Duration interval,
    Duration latency,
    Precedence precedence,
    List<String> metrics) {
  public StreamDescription {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(latency, "latency");
    Objects.requireNonNull(precedence, "precedence");
    metrics = List.copyOf(metrics);
  }
}
