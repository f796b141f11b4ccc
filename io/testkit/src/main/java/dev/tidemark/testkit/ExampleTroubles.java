// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What may go wrong with a scripted stream. Safe for use by several threads. */
public final class ExampleTroubles {
  private final AtomicInteger failures = new AtomicInteger();
  private volatile @Nullable Supplier<ConnectorException> failure;
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile Duration delay = Duration.ZERO;

  /** The next fetches fail. */
  public void failNext(int times, Supplier<ConnectorException> with) {
    failure = with;
    failures.set(times);
  }

  /** Every fetch fails until {@link #recover}. */
  public void fail(Category category, String message) {
    failNext(Integer.MAX_VALUE, () -> ConnectorException.of(category, message));
  }

  /** Fetches succeed again. */
  public void recover() {
    failures.set(0);
  }

  /** Fetches wait until {@link #release}. */
  public void hold() {
    gate = new CountDownLatch(1);
  }

  /** Fetches that wait go on. */
  public void release() {
    gate.countDown();
  }

  /** Every fetch takes at least that long from now on. */
  public void slow(Duration each) {
    delay = each;
  }

  void strike() {
    try {
      gate.await();
      if (!delay.isZero()) {
        new CountDownLatch(1).await(delay.toNanos(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ConnectorException.of(Category.TRANSIENT, "the fetch was interrupted", e);
    }
    Supplier<ConnectorException> with = failure;
    if (with != null && failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw with.get();
    }
  }
}
