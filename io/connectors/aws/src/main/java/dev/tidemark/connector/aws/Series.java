// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

/**
 * The points of a metric.
 *
 * @param points by time; a time without a point is one nothing is known of
 */
record Series(Metric metric, NavigableMap<Instant, Double> points) {
  boolean isOf(String name) {
    return metric.metricName().equals(name);
  }

  Optional<Instant> newest() {
    return points.isEmpty() ? Optional.empty() : Optional.of(points.lastKey());
  }

  Optional<Double> at(Instant time) {
    return Optional.ofNullable(points.get(time));
  }

  /** The value of a dimension, empty without it. */
  String dimension(String name) {
    return metric.dimensions().stream()
        .filter(it -> it.name().equals(name))
        .map(Dimension::value)
        .findFirst()
        .orElse("");
  }
}
