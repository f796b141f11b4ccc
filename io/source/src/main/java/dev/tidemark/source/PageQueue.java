// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.stream.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a stream that were read and not yet taken; each occupies its room in the fetch pool.
 * Not safe for use by several threads.
 */
final class PageQueue {
  private static final int AHEAD = 2;

  private final FetchPool pool;
  private final Deque<Page> pages = new ArrayDeque<>(AHEAD);

  PageQueue(FetchPool pool) {
    this.pool = pool;
  }

  boolean isEmpty() {
    return pages.isEmpty();
  }

  /** Whether enough was read ahead. */
  boolean isFull() {
    return pages.size() >= AHEAD;
  }

  void add(Page page) {
    pages.add(page);
  }

  /** The first page, if there is one. */
  @Nullable Page peek() {
    return pages.peek();
  }

  /** Takes the first page out and frees its room; null if there is none. */
  @Nullable Page poll() {
    Page page = pages.poll();
    if (page != null) {
      pool.free();
    }
    return page;
  }

  /** Drops every page: they would not apply any more. */
  void clear() {
    while (!pages.isEmpty()) {
      pages.remove();
      pool.free();
    }
  }
}
