// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.bench.workload.BenchConnectorType;
import dev.tidemark.bench.workload.Course;
import dev.tidemark.bench.workload.Place;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads pages through the interface every connector has, waiting for those that are not there yet.
 * Not safe for use by several threads.
 */
final class Fetching {
  private static final int MOST_BYTES = 1 << 20;

  private final Course course = Course.current();
  private final Map<Integer, Connector> connectors = new HashMap<>();

  Fetched page(int stream, int page) throws InterruptedException {
    course.awaitPage(page);
    return connectors
        .computeIfAbsent(stream, BenchConnectorType::open)
        .fetch(
            new FetchRequest(
                BenchConnectorType.STREAM,
                ReadPosition.at(Place.cursor(page)),
                Instant.now(),
                course.workload().records(),
                MOST_BYTES));
  }
}
