// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs work that blocks in a client so that its caller can be interrupted: where the client does
 * not notice interruption, the work runs on a thread of its own, and what that thread waits for is
 * then broken off. Safe for use by several threads; idle threads end by themselves.
 */
public final class Calls implements AutoCloseable {
  private final String type;
  private final String account;
  private final Lines lines;
  private final ThreadPoolExecutor threads;
  private final Set<Work<?>> underWay = ConcurrentHashMap.newKeySet();

  /**
   * Calls.
   *
   * @param type the connector type's name, which its threads carry
   * @param account names what is read, for messages
   * @param atOnce how many at the same time; others wait
   * @param lines what the work waits for
   */
  public Calls(String type, String account, int atOnce, Lines lines) {
    this.type = type;
    this.account = account;
    this.lines = lines;
    this.threads =
        new ThreadPoolExecutor(
            atOnce, atOnce, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
    threads.allowCoreThreadTimeOut(true);
  }

  /** The connections the work waits for. Safe for use by several threads. */
  public interface Lines extends AutoCloseable {
    /** Breaks off what that thread waits for, if it does. */
    void abort(Thread worker);

    /** Breaks off everything and lets go of it. */
    @Override
    void close();
  }

  /** Work under way. */
  public record Work<T>(Future<T> result, AtomicReference<Thread> worker) {}

  /** Does the work and waits for it; an interruption ends both. */
  public <T> T run(Supplier<T> work) {
    return await(begin(work));
  }

  /** Begins work that another call waits for. */
  public <T> Work<T> begin(Supplier<T> work) {
    AtomicReference<Thread> worker = new AtomicReference<>();
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              worker.set(Thread.currentThread());
              return work.get();
            });
    Work<T> begun = new Work<>(task, worker);
    underWay.add(begun);
    submit(task, begun);
    return begun;
  }

  /** Waits for work; an interruption ends it. */
  public <T> T await(Work<T> work) {
    try {
      return work.result().get();
    } catch (InterruptedException interruption) {
      cancel(work);
      Thread.currentThread().interrupt();
      throw ConnectorException.of(Category.TRANSIENT, "interrupted while reading from " + account);
    } catch (ExecutionException failure) {
      throw rethrown(failure.getCause());
    } catch (CancellationException closing) {
      throw closed();
    } finally {
      underWay.remove(work);
    }
  }

  /**
   * Ends all work; later calls fail. Who waits for work goes on at once, also where its thread does
   * not notice or it has not begun.
   */
  @Override
  public void close() {
    threads.shutdownNow();
    underWay.forEach(work -> work.result().cancel(true));
    lines.close();
  }

  private void submit(Runnable task, Work<?> begun) {
    try {
      threads.execute(task);
    } catch (RejectedExecutionException closing) {
      underWay.remove(begun);
      throw closed();
    }
  }

  private ConnectorException closed() {
    return ConnectorException.of(Category.TRANSIENT, "the connector to " + account + " is closed");
  }

  private void cancel(Work<?> work) {
    work.result().cancel(true);
    Thread thread = work.worker().get();
    if (thread != null) {
      lines.abort(thread);
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
            "reading from "
                + account
                + " failed in the connector itself: please report it ("
                + (failure == null ? "" : failure.getClass().getSimpleName())
                + ")",
            failure == null ? new IllegalStateException() : failure);
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, type + " " + account);
    thread.setDaemon(true);
    return thread;
  }
}
