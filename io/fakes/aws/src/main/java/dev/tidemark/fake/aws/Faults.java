// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What goes wrong on purpose. Safe for use by several threads. */
final class Faults {
  private final Set<String> denied = ConcurrentHashMap.newKeySet();
  private final AtomicLong refused = new AtomicLong();
  private volatile boolean busy;
  private volatile @Nullable URI elsewhere;

  /** Takes a permission away, in one region or, with {@code *}, in all. */
  void deny(String action, String region) {
    denied.add(action + " " + region);
  }

  void mend() {
    denied.clear();
  }

  void throttle() {
    busy = true;
  }

  void calm() {
    busy = false;
  }

  /** Every answer leads there; nowhere else where it is null. */
  void lead(@Nullable URI target) {
    elsewhere = target;
  }

  @Nullable URI elsewhere() {
    return elsewhere;
  }

  long refused() {
    return refused.get();
  }

  /** Lets a request pass or refuses it. */
  void meet(Wire wire, String action) {
    if (busy) {
      refused.incrementAndGet();
      throw Dialects.throttled(wire.service());
    }
    if (denied.contains(action + " *") || denied.contains(action + " " + wire.region())) {
      throw Dialects.denied(wire.service(), action);
    }
  }
}
