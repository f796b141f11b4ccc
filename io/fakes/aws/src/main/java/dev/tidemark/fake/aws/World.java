// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an account holds. Changed under the lock of {@link FakeAws} only. */
final class World {
  private final SortedMap<String, FakeBucket> buckets = new TreeMap<>();
  private final Map<String, Region> regions = new TreeMap<>();

  SortedMap<String, FakeBucket> buckets() {
    return buckets;
  }

  void clear() {
    buckets.clear();
    regions.values().forEach(Region::clear);
  }

  Region region(String name) {
    return regions.computeIfAbsent(name, unused -> new Region());
  }
}
