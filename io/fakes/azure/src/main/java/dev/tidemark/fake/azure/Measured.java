// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One series of a metric of a resource.
 *
 * @param dimensions by name
 * @param points the sum of what was measured in each hour that has a point
 */
record Measured(
    String resource,
    String metric,
    Map<String, String> dimensions,
    NavigableMap<Instant, Double> points) {
  Measured {
    dimensions = new TreeMap<>(dimensions);
    points = new TreeMap<>(points);
  }
}
