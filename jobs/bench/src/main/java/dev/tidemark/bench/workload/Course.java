// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.workload;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The workload this JVM is reading, in two parts: pages that only get everything going, and, once
 * it was opened, those that are measured. The first of these to be shown starts the meter. Safe for
 * use by several threads.
 */
public final class Course {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static volatile @Nullable Course current;

  private final Workload workload;
  private final PageFile pages;
  private final long burntNanos;
  private final AtomicReference<@Nullable Meter> meter = new AtomicReference<>();
  private final CountDownLatch primed;
  private final CountDownLatch open = new CountDownLatch(1);
  private final CountDownLatch ended;

  private Course(Workload workload, PageFile pages, long burntNanos) {
    this.workload = workload;
    this.pages = pages;
    this.burntNanos = burntNanos;
    this.primed = new CountDownLatch(workload.primed() * workload.streams());
    this.ended = new CountDownLatch(workload.pages() * workload.streams());
  }

  /**
   * Sets out on a workload.
   *
   * @param burntNanos CPU time burnt with each page that is shown: the planted slowdown
   */
  public static Course begin(Workload workload, PageFile pages, long burntNanos) {
    Course course = new Course(workload, pages, burntNanos);
    current = course;
    return course;
  }

  /** The one this JVM is on. */
  public static Course current() {
    return Objects.requireNonNull(current, "no workload is being read in this process");
  }

  public Workload workload() {
    return workload;
  }

  PageFile pages() {
    return pages;
  }

  /** Whether a page of that number can be had now. */
  boolean admits(int page) {
    return page < (open.getCount() == 0 ? workload.pages() : workload.primed());
  }

  /** A page was read and is about to be handed over. */
  void shown(int page) {
    if (page >= workload.primed() && meter.get() == null) {
      meter.compareAndSet(null, Meter.started());
    }
    burn();
    primed.countDown();
    ended.countDown();
  }

  private void burn() {
    long until = burntNanos == 0 ? 0 : THREADS.getCurrentThreadCpuTime() + burntNanos;
    while (burntNanos > 0 && THREADS.getCurrentThreadCpuTime() < until) {
      Thread.onSpinWait();
    }
  }

  /** Waits until the pages before the measured ones were shown. */
  public void awaitPrimed() throws InterruptedException {
    await(primed);
  }

  /** Lets the measured pages be read. */
  public void open() {
    open.countDown();
  }

  /** For readers that do not ask again: waits until there is a page of that number. */
  public void awaitPage(int page) throws InterruptedException {
    if (page >= workload.primed()) {
      open.await();
    }
  }

  /** Waits until every page was shown. */
  public void awaitEnd() throws InterruptedException {
    await(ended);
  }

  private static void await(CountDownLatch pages) throws InterruptedException {
    if (!pages.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(
          "%d pages were not asked for within %s; see the log"
              .formatted(pages.getCount(), PATIENCE));
    }
  }

  /** What was spent since the first measured page was shown. */
  public Meter meter() {
    return Objects.requireNonNull(meter.get(), "no measured page was shown yet");
  }
}
