// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.extraction;

/**
 * How many requests are allowed: a bucket that fills evenly and holds a second's worth. Safe for
 * use by several threads.
 */
final class Quota {
  private static final double NANOS = 1e9;

  private final int perSecond;
  private double left;
  private long seen = System.nanoTime();

  Quota(int perSecond) {
    this.perSecond = perSecond;
    this.left = perSecond;
  }

  synchronized boolean take() {
    if (perSecond == 0) {
      return true;
    }
    long now = System.nanoTime();
    left = Math.min(perSecond, left + (now - seen) / NANOS * perSecond);
    seen = now;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
