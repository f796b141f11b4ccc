// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a task leaves a stream alone. While a fetch is under way it looks again after an eighth
 * of the time waited so far, between 5 and 100 ms; otherwise when the next poll is due. For half a
 * minute after a page it looks every two seconds, for the page's commit may be refused, and so it
 * always does where a hint may bring the poll forward. Not safe for use by several threads.
 */
final class Naps {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration WATCHFUL = Duration.ofSeconds(2);
  private static final Duration WATCHED = Duration.ofSeconds(30);
  private static final Duration QUICKEST = Duration.ofMillis(5);
  private static final Duration SLOWEST = Duration.ofMillis(100);

  private Instant busySince = Instant.EPOCH;
  private Instant lastPage = Instant.EPOCH;
  private boolean listening;

  void busySince(Instant now) {
    busySince = now;
  }

  /** A page was handed on. */
  void page(Instant now) {
    lastPage = now;
  }

  /** A hint may come at any time. */
  void listen() {
    listening = true;
  }

  Duration whileBusy(Instant now) {
    return clamp(Duration.between(busySince, now).dividedBy(8), QUICKEST, SLOWEST);
  }

  Duration until(Instant due, Instant now) {
    boolean watched = listening || now.isBefore(lastPage.plus(WATCHED));
    return clamp(Duration.between(now, due), Duration.ZERO, watched ? WATCHFUL : LONGEST);
  }

  private static Duration clamp(Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0) {
      return least;
    }
    return value.compareTo(most) < 0 ? value : most;
  }
}
