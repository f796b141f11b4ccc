// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a fake was asked: the last ten thousand requests, fewer where they are long, so that a fake
 * takes little room beside what is tested. Safe for use by several threads.
 */
public final class Journal {
  private static final int KEPT = 10_000;
  private static final long TEXT = 4L << 20;

  private final Deque<Request> requests = new ArrayDeque<>();
  private long text;
  private long count;

  synchronized void add(Request request) {
    requests.addLast(request);
    text += request.whole().length();
    while (requests.size() > KEPT || text > TEXT) {
      text -= requests.removeFirst().whole().length();
    }
    count++;
  }

  /** How many requests there were, kept or not. */
  public synchronized long count() {
    return count;
  }

  /** What is kept, oldest first. */
  public synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  /** What is kept of one kind. */
  public List<Request> requests(Predicate<Request> which) {
    return requests().stream().filter(which).toList();
  }

  /** What is kept of those that carried a text, such as a canary, in address, headers or body. */
  public List<Request> carrying(String text) {
    return requests(request -> request.whole().contains(text));
  }

  /** Forgets what is kept; the count goes on. */
  public synchronized void clear() {
    requests.clear();
    text = 0;
  }
}
