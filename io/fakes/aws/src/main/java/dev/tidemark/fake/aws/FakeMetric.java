// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;

/** A metric of CloudWatch: its points are what was put, and a gap is a gap. */
public record FakeMetric(
    String namespace,
    String name,
    Map<String, String> dimensions,
    NavigableMap<Instant, Double> points) {}
