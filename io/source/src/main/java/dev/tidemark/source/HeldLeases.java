// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.stream.Lease;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The leases instances in this JVM hold and mean to keep. Safe for use by several threads. */
final class HeldLeases {
  private final Set<Lease> held = ConcurrentHashMap.newKeySet();

  void add(Lease lease) {
    held.add(lease);
  }

  void remove(Lease lease) {
    held.remove(lease);
  }

  boolean contains(Lease lease) {
    return held.contains(lease);
  }
}
