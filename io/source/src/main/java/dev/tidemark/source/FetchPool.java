// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where everything that may wait happens: a few threads per connector type, none while idle, and a
 * bound on the pages being fetched or waiting to be taken. Safe for use by several threads.
 */
final class FetchPool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FetchPool.class);
  private static final long IDLE_SECONDS = 10;

  private final Function<String, Executor> executors;
  private final Map<String, Executor> byType = new ConcurrentHashMap<>();
  private final int pages;
  private final Semaphore room;
  private volatile boolean closed;

  FetchPool(Function<String, Executor> executors, int pages) {
    this.executors = executors;
    this.pages = pages;
    this.room = new Semaphore(pages);
  }

  /** A pool with that many threads per connector type. */
  static FetchPool threads(int perType, int pages) {
    return new FetchPool(type -> threads(type, perType), pages);
  }

  /** The threads of a connector type. Work handed to a closed pool is dropped. */
  Executor of(String connectorType) {
    Executor executor = byType.computeIfAbsent(connectorType, executors);
    return work -> execute(executor, work);
  }

  /** Makes room for one page, if there is any. */
  boolean reserve() {
    return room.tryAcquire();
  }

  /** A page was taken or dropped, or none came. */
  void free() {
    room.release();
  }

  int pagesInFlight() {
    return pages - room.availablePermits();
  }

  /**
   * Takes no more work, waits until what was handed in is done, above all leases given back, and
   * interrupts what is not done in time. Streams are closed before, so nothing is fetched any more.
   */
  @Override
  public void close() {
    closed = true;
    List<ThreadPoolExecutor> all = byType.values().stream().flatMap(FetchPool::threads).toList();
    all.forEach(ThreadPoolExecutor::shutdown);
    for (ThreadPoolExecutor threads : all) {
      if (!Patience.await(threads)) {
        threads.shutdownNow();
        Patience.await(threads);
      }
    }
  }

  private static Stream<ThreadPoolExecutor> threads(Executor executor) {
    return executor instanceof ThreadPoolExecutor threads ? Stream.of(threads) : Stream.empty();
  }

  private void execute(Executor executor, Runnable work) {
    try {
      executor.execute(() -> run(work));
    } catch (RejectedExecutionException e) {
      // The pool was closed in between: whoever handed the work in is being closed as well.
    }
  }

  private void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      if (!closed) {
        throw e;
      }
      LOG.debug("failed after the pool was closed: there is nobody to tell", e);
    }
  }

  private static Executor threads(String type, int count) {
    AtomicInteger numbers = new AtomicInteger();
    ThreadFactory factory =
        work -> {
          Thread thread =
              new Thread(work, "tidemark-fetch-" + type + "-" + numbers.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        };
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            count, count, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }
}
