// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.salesforce.soql.SoqlTime;
import dev.tidemark.testkit.organisation.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Rows of a log, made once: what happened does not change. Grows with the clock, and backwards as
 * far as anybody asks. For several threads.
 */
final class Memory {
  /** How long the service keeps such logs: six months. */
  private static final Duration KEPT = Duration.ofDays(180);

  private final InstantSource clock;
  private final String field;
  private final Function<TimeRange, Stream<ObjectNode>> happened;
  private List<ObjectNode> rows = new ArrayList<>();
  private Instant first;
  private Instant until;

  /**
   * A memory that holds nothing yet.
   *
   * @param field the time rows are sorted by
   * @param happened rows of a range, in any order
   */
  Memory(InstantSource clock, String field, Function<TimeRange, Stream<ObjectNode>> happened) {
    this.clock = clock;
    this.field = field;
    this.happened = happened;
    this.first = clock.instant();
    this.until = first;
  }

  /** Rows from a time on, in order. */
  synchronized Stream<ObjectNode> from(Instant from) {
    // What happened at this very instant has happened.
    Instant now = clock.instant().plusMillis(1);
    Instant oldest = now.minus(KEPT);
    Instant start = from.isBefore(oldest) ? oldest : from;
    if (start.isBefore(first)) {
      List<ObjectNode> all = made(start, first);
      all.addAll(rows);
      rows = all;
      first = start;
    }
    if (until.isBefore(now)) {
      rows.addAll(made(until, now));
      until = now;
    }
    return List.copyOf(rows.subList(place(SoqlTime.text(start)), rows.size())).stream();
  }

  private List<ObjectNode> made(Instant from, Instant to) {
    return new ArrayList<>(
        happened.apply(new TimeRange(from, to)).sorted(Tidewater.byTime(field)).toList());
  }

  /** The first row that is not before a time. */
  private int place(String time) {
    int low = 0;
    int high = rows.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean before = rows.get(middle).path(field).asText().compareTo(time) < 0;
      low = before ? middle + 1 : low;
      high = before ? high : middle;
    }
    return low;
  }
}
