// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.stream.Lease;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Leases whose commit was refused, told to everyone in this JVM: whoever reads or folds under one
 * lets go of its stream. A hint that saves time, not the fence: the database refuses whatever still
 * comes. Leases are forgotten after a while, the oldest first when there are too many. For any
 * number of threads.
 */
public final class LostLeases {
  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final int MOST = 100_000;
  private static final LostLeases SHARED = new LostLeases(REMEMBERED, MOST, System::nanoTime);

  private final Map<Lease, Long> lostAt = new LinkedHashMap<>();
  private final long remembered;
  private final int most;
  private final LongSupplier nanoseconds;

  LostLeases(Duration remembered, int most, LongSupplier nanoseconds) {
    this.remembered = remembered.toNanos();
    this.most = most;
    this.nanoseconds = nanoseconds;
  }

  /** Tells everyone in this JVM that a lease is lost. */
  public static void announce(Lease lease) {
    SHARED.add(lease);
  }

  /** Whether a lease was announced as lost not long ago. */
  public static boolean contains(Lease lease) {
    return SHARED.has(lease);
  }

  synchronized void add(Lease lease) {
    lostAt.remove(lease);
    lostAt.put(lease, nanoseconds.getAsLong());
    forget();
  }

  synchronized boolean has(Lease lease) {
    Long since = lostAt.get(lease);
    return since != null && nanoseconds.getAsLong() - since < remembered;
  }

  synchronized int size() {
    return lostAt.size();
  }

  private void forget() {
    long now = nanoseconds.getAsLong();
    Iterator<Long> oldest = lostAt.values().iterator();
    while (oldest.hasNext() && (now - oldest.next() >= remembered || lostAt.size() > most)) {
      oldest.remove();
    }
  }
}
