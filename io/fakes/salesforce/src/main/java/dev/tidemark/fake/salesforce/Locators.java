// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is left of results that did not fit into one answer: two days from the query on. Safe for
 * use by several threads.
 */
final class Locators {
  private static final Duration KEPT = Duration.ofDays(2);

  private final InstantSource clock;
  private final Map<String, Held> held = new HashMap<>();
  private int batch = Integer.MAX_VALUE;

  private record Held(List<ObjectNode> records, Instant until) {}

  Locators(InstantSource clock) {
    this.clock = clock;
  }

  /** Keeps a result; its locator goes before the place a page begins at. */
  synchronized String keep(List<ObjectNode> records) {
    String locator = Ids.of("0r8", held.size() + 1L);
    held.put(locator, new Held(records, clock.instant().plus(KEPT)));
    return locator;
  }

  /** The whole result; empty where there is none any more. */
  synchronized Optional<List<ObjectNode>> find(String locator) {
    return Optional.ofNullable(held.get(locator))
        .filter(it -> clock.instant().isBefore(it.until()))
        .map(Held::records);
  }

  /** So many rows fit into an answer from now on. */
  synchronized void batch(int rows) {
    batch = rows;
  }

  synchronized int batch() {
    return batch;
  }

  /** No locator is good any more. */
  synchronized void forget() {
    held.clear();
  }
}
