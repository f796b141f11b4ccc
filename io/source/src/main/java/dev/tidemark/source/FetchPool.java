// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
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
  private static final String CLOSING = "closing";

  private final Function<String, Executor> executors;
  private final Map<String, Executor> byType = new ConcurrentHashMap<>();
  private final int pages;
  private final Turnstile room;
  private volatile boolean closed;

  FetchPool(Function<String, Executor> executors, int pages) {
    this.executors = executors;
    this.pages = pages;
    this.room = new Turnstile(pages);
    byType.put(CLOSING, executors.apply(CLOSING));
  }

  /** A pool with that many threads per connector type. */
  static FetchPool threads(int perType, int pages) {
    return new FetchPool(type -> new FetchThreads(type, perType), pages);
  }

  /** The threads of a connector type. Work handed to a closed pool is dropped. */
  Executor of(String connectorType) {
    Executor executor = byType.computeIfAbsent(connectorType, executors);
    return work -> execute(executor, work);
  }

  /** Where connectors are closed: one that hangs while it is closed disturbs no reading. */
  Executor closing() {
    return of(CLOSING);
  }

  /**
   * The threads of a connector type, for what brings a page: it begins once there is room for that,
   * in the order of asking, whatever its type, and says {@link #free} in the end.
   */
  Executor fetching(String connectorType) {
    Executor threads = of(connectorType);
    return work -> room.enter(() -> threads.execute(work));
  }

  /** Sets room for one page aside, if there is any. */
  boolean reserve() {
    return room.tryEnter();
  }

  /** A page was taken or dropped, or none came. */
  void free() {
    room.leave();
  }

  int pagesInFlight() {
    return pages - room.free();
  }

  /** A thread hangs in a call that was given up, and brings no page. */
  void hang(String connectorType) {
    free();
    threads(connectorType).forEach(FetchThreads::hang);
  }

  /** A thread has come back from a call that was given up. */
  void comeBack(String connectorType) {
    threads(connectorType).forEach(FetchThreads::comeBack);
  }

  /** Whether so many threads hang that none is replaced any more. */
  boolean isExhausted(String connectorType) {
    return threads(connectorType).anyMatch(FetchThreads::isExhausted);
  }

  /**
   * Takes no more work, waits until what was handed in is done, above all leases given back, and
   * interrupts what is not done in time. Streams are closed before, so nothing is fetched any more.
   */
  @Override
  public void close() {
    Patience patience = Patience.begin();
    closed = true;
    List<FetchThreads> reading =
        byType.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(CLOSING))
            .flatMap(entry -> threads(entry.getValue()))
            .toList();
    reading.forEach(FetchThreads::shutdown);
    reading.forEach(threads -> threads.stop(patience));
    threads(CLOSING).forEach(FetchThreads::shutdown);
    threads(CLOSING).forEach(threads -> threads.stop(patience));
  }

  private Stream<FetchThreads> threads(String connectorType) {
    return threads(byType.computeIfAbsent(connectorType, executors));
  }

  /** A test may bring threads of its own. */
  private static Stream<FetchThreads> threads(Executor executor) {
    return executor instanceof FetchThreads threads ? Stream.of(threads) : Stream.empty();
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
}
