// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.stream.Cursor;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.FetchRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What may go wrong with a scripted stream. Safe for use by several threads. */
public final class ExampleTroubles {
  private final AtomicInteger failures = new AtomicInteger();
  private volatile @Nullable Supplier<ConnectorException> failure;
  private volatile @Nullable Supplier<ConnectorException> later;
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private final Semaphore struck = new Semaphore(0);
  private volatile CountDownLatch hanging = new CountDownLatch(0);
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

  /** Every fetch but the first of a pass fails until {@link #recover}. */
  public void failLater(Category category, String message) {
    later = () -> ConnectorException.of(category, message);
  }

  /** Fetches succeed again. */
  public void recover() {
    failures.set(0);
    later = null;
  }

  /** Fetches wait until {@link #release}. */
  public void hold() {
    gate = new CountDownLatch(1);
  }

  /** Fetches hang until {@link #release}, and ignore that they are interrupted. */
  public void hang() {
    hanging = new CountDownLatch(1);
  }

  /** Fetches that wait or hang go on. */
  public void release() {
    gate.countDown();
    hanging.countDown();
  }

  /** Waits until that many fetches wait or hang, or have. */
  public void awaitStruck(int fetches) throws InterruptedException {
    struck.acquire(fetches);
    struck.release(fetches);
  }

  /** Every fetch takes at least that long from now on. */
  public void slow(Duration each) {
    delay = each;
  }

  void strike(FetchRequest request) {
    struck.release();
    awaitWhateverComes(hanging);
    pause();
    Supplier<ConnectorException> with = failure;
    if (with != null && failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw with.get();
    }
    Supplier<ConnectorException> partly = later;
    if (partly != null && !request.position().position().equals(Cursor.start())) {
      throw partly.get();
    }
  }

  private void pause() {
    try {
      gate.await();
      if (!delay.isZero()) {
        new CountDownLatch(1).await(delay.toNanos(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ConnectorException.of(Category.TRANSIENT, "the fetch was interrupted", e);
    }
  }

  /** As a driver that is blocked in the kernel. */
  private static void awaitWhateverComes(CountDownLatch latch) {
    boolean interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
