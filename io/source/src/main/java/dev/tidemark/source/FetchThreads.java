// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of one connector type, none while idle. A thread that hangs in a call somebody gave
 * up is replaced until it comes back, within a bound. Safe for use by several threads.
 */
final class FetchThreads implements Executor {
  private static final long IDLE_SECONDS = 10;
  private static final int SPARE = 4;

  private final ThreadPoolExecutor threads;
  private final int count;
  private int hanging;

  FetchThreads(String type, int count) {
    this.count = count;
    this.threads =
        new ThreadPoolExecutor(
            count, count, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(type));
    threads.allowCoreThreadTimeOut(true);
  }

  @Override
  public void execute(Runnable work) {
    threads.execute(work);
  }

  /** A thread hangs: another takes its place, unless too many do. */
  synchronized void hang() {
    hanging++;
    resize();
  }

  /** A thread that hung has come back. */
  synchronized void comeBack() {
    hanging--;
    resize();
  }

  /** Whether a thread that hangs would not be replaced any more. */
  synchronized boolean isExhausted() {
    return hanging >= SPARE * count;
  }

  /** Takes no more work. */
  void shutdown() {
    threads.shutdown();
  }

  /** Waits until all work is done, and interrupts what is not done in time. */
  void stop(Patience patience) {
    if (!patience.await(threads)) {
      threads.shutdownNow();
    }
  }

  private void resize() {
    int size = count + Math.min(hanging, SPARE * count);
    if (size > threads.getMaximumPoolSize()) {
      threads.setMaximumPoolSize(size);
      threads.setCorePoolSize(size);
    } else {
      threads.setCorePoolSize(size);
      threads.setMaximumPoolSize(size);
    }
  }

  private static ThreadFactory named(String type) {
    AtomicInteger numbers = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, "tidemark-fetch-" + type + "-" + numbers.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
