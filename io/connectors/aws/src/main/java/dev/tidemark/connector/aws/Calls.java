// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

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
 * Runs work that waits for a service so that its caller can be interrupted: the JDK's connections
 * do not notice, so the work runs on a thread of its own whose request is then broken off. Safe for
 * use by several threads; idle threads end by themselves.
 */
final class Calls implements AutoCloseable {
  static final int MOST_AT_ONCE = 4;

  private final Clients clients;
  private final String account;
  private final ThreadPoolExecutor threads;

  Calls(Clients clients, String account) {
    this.clients = clients;
    this.account = account;
    this.threads =
        new ThreadPoolExecutor(
            MOST_AT_ONCE,
            MOST_AT_ONCE,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            this::thread);
    threads.allowCoreThreadTimeOut(true);
  }

  /** Work under way. */
  record Work<T>(Future<T> result, AtomicReference<Thread> worker) {}

  /** Does the work and waits for it; an interruption ends both. */
  <T> T run(Supplier<T> work) {
    return await(begin(work));
  }

  /** Begins work that another call waits for. */
  <T> Work<T> begin(Supplier<T> work) {
    AtomicReference<Thread> worker = new AtomicReference<>();
    return new Work<>(submit(work, worker), worker);
  }

  /** Waits for work; an interruption ends it. */
  <T> T await(Work<T> work) {
    try {
      return work.result().get();
    } catch (InterruptedException interruption) {
      cancel(work);
      Thread.currentThread().interrupt();
      throw ConnectorException.of(
          Category.TRANSIENT, "interrupted while reading from account " + account);
    } catch (ExecutionException failure) {
      throw rethrown(failure.getCause());
    }
  }

  /** Ends all work; later calls fail. */
  @Override
  public void close() {
    threads.shutdownNow();
    clients.connections().close();
  }

  private <T> Future<T> submit(Supplier<T> work, AtomicReference<Thread> worker) {
    try {
      return threads.submit(
          () -> {
            worker.set(Thread.currentThread());
            return work.get();
          });
    } catch (RejectedExecutionException closed) {
      throw ConnectorException.of(
          Category.TRANSIENT, "the connector to account " + account + " is closed");
    }
  }

  private void cancel(Work<?> work) {
    work.result().cancel(true);
    Thread thread = work.worker().get();
    if (thread != null) {
      clients.connections().abort(thread);
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
            "reading from account "
                + account
                + " failed in the connector itself: please report it ("
                + (failure == null ? "" : failure.getClass().getSimpleName())
                + ")",
            failure == null ? new IllegalStateException() : failure);
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, "aws " + account);
    thread.setDaemon(true);
    return thread;
  }
}
