// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import java.time.Duration;

/**
 * How much a stream asks for by one statement: enough that catching up takes few of them, and no
 * more than memory has place for, whatever lies in a day and in a row. Each statement teaches the
 * next. Safe for use by several threads.
 */
final class Pace {
  private static final int FEWEST = 1_000;
  private static final int MOST = 20_000;

  /** What the rows of a statement may weigh. */
  private static final long WEIGHT = 8L << 20;

  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(366);

  private Duration span = Duration.ofDays(4);
  private int rows = FEWEST;

  /** How much time the next statement covers. */
  synchronized Duration span() {
    return span;
  }

  /**
   * How many rows the next statement asks for.
   *
   * @param page how many the page has place for
   */
  synchronized int rows(int page) {
    return Math.max(rows, page);
  }

  /** Learns from what a statement found. */
  synchronized void learn(FoundRows found) {
    if (found.count() > 0) {
      long fitting = WEIGHT * found.count() / found.bytes();
      rows = (int) Math.max(FEWEST, Math.min(MOST, fitting));
    }
    if (!found.isWhole()) {
      span = longer(SHORTEST, span.dividedBy(2));
    } else if (found.count() < rows / 2) {
      span = shorter(LONGEST, span.multipliedBy(2));
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
