// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs work that blocks in the driver so that its caller can be interrupted: the driver itself does
 * not notice, so the work runs on a thread of its own, whose statement is then cancelled from
 * outside. Safe for use by several threads; idle threads end by themselves.
 */
final class Calls implements AutoCloseable {
  private static final int THREADS = 4;

  private final Sessions sessions;
  private final String name;
  private final ThreadPoolExecutor threads;

  Calls(Sessions sessions, String name) {
    this.sessions = sessions;
    this.name = name;
    this.threads =
        new ThreadPoolExecutor(
            THREADS, THREADS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
    threads.allowCoreThreadTimeOut(true);
  }

  /** Does the work and waits for it; an interruption ends both. */
  <T> T run(Supplier<T> work) {
    AtomicReference<Thread> worker = new AtomicReference<>();
    Future<T> result = submit(work, worker);
    try {
      return result.get();
    } catch (InterruptedException interruption) {
      cancel(result, worker.get());
      Thread.currentThread().interrupt();
      throw ConnectorException.of(Category.TRANSIENT, "interrupted while reading from " + name);
    } catch (ExecutionException failure) {
      throw rethrown(failure.getCause());
    }
  }

  /** Ends all work; later calls fail. */
  @Override
  public void close() {
    threads.shutdownNow();
    sessions.close();
  }

  private <T> Future<T> submit(Supplier<T> work, AtomicReference<Thread> worker) {
    try {
      return threads.submit(
          () -> {
            worker.set(Thread.currentThread());
            return work.get();
          });
    } catch (RejectedExecutionException closed) {
      throw ConnectorException.of(Category.TRANSIENT, "the connector to " + name + " is closed");
    }
  }

  private void cancel(Future<?> result, @Nullable Thread worker) {
    result.cancel(true);
    if (worker != null) {
      sessions.cancel(worker);
    }
  }

  private ConnectorException rethrown(@Nullable Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof ConnectorException known
        ? known
        : ConnectorException.of(
            Category.INTERNAL,
            "reading from " + name + " failed in the connector itself: please report it",
            failure == null ? new IllegalStateException() : failure);
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, "snowflake " + name);
    thread.setDaemon(true);
    return thread;
  }
}
