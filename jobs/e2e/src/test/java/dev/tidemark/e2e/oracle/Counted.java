// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.oracle;

import dev.tidemark.e2e.world.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a source's counters came to, by its journal. They were read from a moment on; what they
 * showed then nobody counted, for nobody knows when it happened.
 */
record Counted(List<Entry> entries) {
  /** Notes what a counter showed when it was read first. */
  static final String SHOWN = "shown ";

  /** Notes that everything has been read once. */
  static final String BEGUN = "begun";

  /** Notes that everything has been read since. */
  static final String LOOKED = "looked";

  /** Notes that what was read last may have been forgotten. */
  static final String FORGOTTEN = "forgotten";

  /**
   * A session tells its statistics once a second; after a minute it waits for the lock to do so.
   */
  private static final Duration UNTOLD = Duration.ofMinutes(1);

  Counted {
    entries = List.copyOf(entries);
  }

  /** When everything had been read once. */
  Instant begun() {
    return entries.stream().filter(it -> it.what().equals(BEGUN)).findFirst().orElseThrow().to();
  }

  /** What the counter of a subject shows in the end. */
  long shown(String what, String subject) {
    Predicate<Entry> ofIt = it -> it.subject().equals(subject);
    return sum(ofIt.and(it -> it.what().equals(SHOWN + what))) + sum(ofIt.and(since(what)));
  }

  /** What was done in all since everything had been read once. */
  long total(String what) {
    return sum(since(what));
  }

  /** The most that can have been counted up to a moment: what had happened by then. */
  long most(String what, Instant moment) {
    return sum(since(what).and(it -> it.from().isBefore(moment)));
  }

  /** The least: what the counters showed when they were last looked at before. */
  long least(String what, Instant moment) {
    Instant told = lastLook(moment).minus(UNTOLD);
    return sum(since(what).and(it -> it.to().isBefore(told)));
  }

  private Instant lastLook(Instant moment) {
    Instant last = begun();
    for (Entry entry : entries) {
      boolean before = entry.to().isBefore(moment);
      if (before && entry.what().equals(LOOKED)) {
        last = entry.to();
      } else if (entry.what().equals(FORGOTTEN)) {
        last = begun();
      }
    }
    return last;
  }

  private Predicate<Entry> since(String what) {
    Instant begun = begun();
    return it -> it.what().equals(what) && !it.from().isBefore(begun);
  }

  private long sum(Predicate<Entry> which) {
    return entries.stream().filter(which).mapToLong(Entry::amount).sum();
  }
}
