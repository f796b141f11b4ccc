// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What an account holds. Changed under the lock of {@link FakeAws} only. */
final class World {
  private final SortedMap<String, FakeBucket> buckets = new TreeMap<>();
  private final Map<String, Region> regions = new TreeMap<>();
  private final Map<String, FakeWarehouse> warehouses = new TreeMap<>();
  private final Map<String, FakeListener> listeners = new TreeMap<>();
  private final Map<String, FakeQueue> queues = new TreeMap<>();
  private int pageSize = Integer.MAX_VALUE;
  private long changes;

  /** How much a page holds at most, whatever is asked for: services promise no more. */
  int pageSize() {
    return pageSize;
  }

  void pageSize(int most) {
    pageSize = most;
  }

  SortedMap<String, FakeBucket> buckets() {
    return buckets;
  }

  /** Databases of Redshift by address. */
  Map<String, FakeWarehouse> warehouses() {
    return warehouses;
  }

  /** Where clusters and workgroups listen, by region, kind and name. */
  Map<String, FakeListener> listeners() {
    return listeners;
  }

  /** Queues by region and name, with a slash between. */
  Map<String, FakeQueue> queues() {
    return queues;
  }

  /** A queue that is there. */
  FakeQueue queue(String region, String name) {
    return Objects.requireNonNull(queues.get(region + "/" + name), name);
  }

  /**
   * Waits until something has changed, without the lock; whether it did before that time of {@link
   * System#nanoTime}.
   */
  synchronized boolean isChangedBefore(long end) {
    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    long before = changes;
    try {
      while (left > 0 && changes == before) {
        wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
    return changes != before;
  }

  /** Something has changed. */
  synchronized void changed() {
    changes++;
    notifyAll();
  }

  /** A database of a workgroup, made when it is first asked for. */
  FakeWarehouse warehouse(String region, String workgroup, String database) {
    return warehouses.computeIfAbsent(
        region + ":workgroup/" + workgroup + "/" + database,
        address -> FakeWarehouse.inWorkgroup(region, workgroup, database));
  }

  void clear() {
    buckets.clear();
    queues.clear();
    regions.values().forEach(Region::clear);
    warehouses.values().forEach(FakeWarehouse::clear);
  }

  Region region(String name) {
    return regions.computeIfAbsent(name, unused -> new Region());
  }
}
