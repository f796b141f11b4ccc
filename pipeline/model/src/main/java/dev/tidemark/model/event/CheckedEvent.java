// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.event;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Temporality;
import java.time.Instant;

/**
 * An event held to the catalogue.
 *
 * @param value in the metric's canonical unit
 */
public record CheckedEvent(MetricEvent event, Metric metric, MetricValue value) {
  /** Whether it is a counter that has to be turned into deltas. */
  public boolean isCumulative() {
    return event.temporality() == Temporality.CUMULATIVE;
  }

  /**
   * The instant that decides the window. What spans an interval belongs where it ends; the end is
   * exclusive, so a report of a whole day belongs to that day.
   */
  public Instant placedAt() {
    return event.end().isAfter(event.start()) ? event.end().minusNanos(1) : event.end();
  }
}
