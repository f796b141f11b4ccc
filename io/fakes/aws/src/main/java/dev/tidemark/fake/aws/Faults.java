// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What goes wrong on purpose. Safe for use by several threads. */
final class Faults {
  private final Set<String> denied = ConcurrentHashMap.newKeySet();
  private final Map<String, AwsError> errors = new ConcurrentHashMap<>();
  private final Map<String, UnaryOperator<byte[]>> spoilers = new ConcurrentHashMap<>();
  private final AtomicLong refused = new AtomicLong();
  private volatile boolean busy;
  private volatile @Nullable URI elsewhere;
  private volatile @Nullable CountDownLatch hanging;

  /** Takes a permission away, in one region or, with {@code *}, in all. */
  void deny(String action, String region) {
    denied.add(action + " " + region);
  }

  /** The operation is answered by an error. */
  void fail(String operation, AwsError error) {
    errors.put(operation, error);
  }

  /** Answers to the operation are changed on their way. */
  void spoil(String operation, UnaryOperator<byte[]> spoiler) {
    spoilers.put(operation, spoiler);
  }

  void mend() {
    denied.clear();
    errors.clear();
    spoilers.clear();
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

  void hang() {
    hanging = new CountDownLatch(1);
  }

  void release() {
    CountDownLatch latch = hanging;
    if (latch != null) {
      latch.countDown();
      hanging = null;
    }
  }

  /** Lets a request pass, holds it up, or refuses it. */
  void meet(Wire wire, String action) {
    waitIfHanging();
    if (busy) {
      refused.incrementAndGet();
      throw Dialects.throttled(wire.service());
    }
    if (denied.contains(action + " *") || denied.contains(action + " " + wire.region())) {
      throw Dialects.denied(wire.service(), action);
    }
    AwsError error = errors.get(wire.operation());
    if (error != null) {
      throw error;
    }
  }

  Optional<UnaryOperator<byte[]>> spoiler(Wire wire) {
    return Optional.ofNullable(spoilers.get(wire.operation()));
  }

  private void waitIfHanging() {
    CountDownLatch latch = hanging;
    if (latch != null) {
      try {
        latch.await();
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
