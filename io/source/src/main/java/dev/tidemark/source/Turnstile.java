// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Lets so many in at the same time. Who comes when they are in waits outside and enters in the
 * order of arrival, so that nobody is overtaken; no thread waits. Safe for use by several threads.
 */
final class Turnstile {
  private final Deque<Runnable> outside = new ArrayDeque<>();
  private int free;

  Turnstile(int places) {
    this.free = places;
  }

  /**
   * Takes a place and begins what needs it, on this thread if there is one, else on the thread of
   * who leaves it: it must only hand work over. Paired with {@link #leave}.
   */
  void enter(Runnable begin) {
    synchronized (this) {
      if (free == 0) {
        outside.add(begin);
        return;
      }
      free--;
    }
    begin.run();
  }

  /** Takes a place if there is one; nobody waits for it then. */
  synchronized boolean tryEnter() {
    if (free == 0) {
      return false;
    }
    free--;
    return true;
  }

  /** Gives a place back: to who has waited longest, if anybody does. */
  void leave() {
    Runnable next;
    synchronized (this) {
      next = outside.poll();
      if (next == null) {
        free++;
        return;
      }
    }
    next.run();
  }

  /** Places nobody has taken. */
  synchronized int free() {
    return free;
  }
}
