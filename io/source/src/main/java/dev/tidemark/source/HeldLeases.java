// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.stream.Lease;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The leases instances in this JVM hold and mean to keep, and when a task last came for each of
 * them: one nobody comes for any more keeps its lease and hands over nothing. Safe for use by
 * several threads.
 */
final class HeldLeases {
  private final AtomicLong turns = new AtomicLong();
  private final Map<Lease, Visits> held = new ConcurrentHashMap<>();

  /** When a task last came for a stream; it comes for the first time when this is made. */
  final class Visits {
    private volatile long last;

    Visits() {
      again();
    }

    /** It comes again. */
    void again() {
      last = turns.incrementAndGet();
    }

    long last() {
      return last;
    }
  }

  void add(Lease lease, Visits visits) {
    held.put(lease, visits);
  }

  void remove(Lease lease) {
    held.remove(lease);
  }

  /** Whether the lease is held here by a stream a task has come for since that turn. */
  boolean isVisitedSince(Lease lease, long turn) {
    Visits visits = held.get(lease);
    return visits != null && visits.last() > turn;
  }
}
