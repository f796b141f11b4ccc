// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.event;

import dev.tidemark.model.asset.Population;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.metric.Temporality;
import dev.tidemark.model.window.Attributes;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One standardised observation (scoring-model section 4.1, without the envelope its page already
 * carries).
 *
 * @param metric the catalogue's full name
 * @param unit UCUM unit as emitted; converted to the catalogue's when folded
 * @param subject what it is about; null for the account as a whole
 * @param start inclusive; for cumulative values the instant the counter began at zero; equals
 *     {@code end} for instants
 * @param end exclusive; event time of the observation
 * @param revision greater wins among last values of the same time
 * @param population how much of what exists was seen, where the source can tell
 */
public record MetricEvent(
    String metric,
    Temporality temporality,
    String unit,
    MetricValue value,
    @Nullable Subject subject,
    Attributes attributes,
    Instant start,
    Instant end,
    long revision,
    @Nullable Population population) {
  public MetricEvent {
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(temporality, "temporality");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(attributes, "attributes");
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(end, "end");
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(metric + " ends before it starts");
    }
  }
}
