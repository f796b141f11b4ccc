// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.live;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One page that listens. Whoever does not keep up is told nothing more: it may come again. */
public final class Listener implements AutoCloseable {
  private static final int WAITING = 1024;
  private static final Event END = new Event("", "", "");

  private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(WAITING + 1);
  private final Consumer<Listener> leaving;
  private volatile boolean over;

  Listener(Consumer<Listener> leaving) {
    this.leaving = leaving;
  }

  void tell(Event event) {
    if (queue.size() >= WAITING) {
      end();
    } else if (!over) {
      queue.add(event);
    }
  }

  void end() {
    over = true;
    queue.clear();
    queue.offer(END);
  }

  /** Whether it is told nothing more. */
  public boolean isOver() {
    return over;
  }

  /** The next event; empty if there is none for so long, or no more. */
  public Optional<Event> next(Duration longest) throws InterruptedException {
    return Optional.ofNullable(queue.poll(longest.toMillis(), TimeUnit.MILLISECONDS))
        .filter(event -> !event.name().isEmpty());
  }

  /** The page has gone. */
  @Override
  public void close() {
    leaving.accept(this);
  }
}
