// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window.histories;

import dev.tidemark.model.stream.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the source: a tick, and the number of a row in it. Four ticks are a day. */
record Place(long tick, long row) implements Comparable<Place> {
  static final Place START = new Place(0, 0);
  static final long LAST = 1_000_000_000;

  private static final Instant FIRST_DAY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Pattern NUMBERS = Pattern.compile("\\[(\\d+),(\\d+)]");
  private static final Comparator<Place> ORDER =
      Comparator.comparingLong(Place::tick).thenComparingLong(Place::row);

  /** After every row of a tick. */
  static Place endOf(long tick) {
    return new Place(tick, LAST);
  }

  static Place of(Cursor cursor) {
    Matcher numbers = NUMBERS.matcher(cursor.json());
    return numbers.matches()
        ? new Place(Long.parseLong(numbers.group(1)), Long.parseLong(numbers.group(2)))
        : START;
  }

  static Place later(Place left, Place right) {
    return left.compareTo(right) >= 0 ? left : right;
  }

  Cursor cursor() {
    return equals(START) ? Cursor.start() : new Cursor("[" + tick + "," + row + "]");
  }

  /** Event time: tells the rows of a tick apart, so that windows show which rows they hold. */
  Instant time() {
    return at(tick).plus(Duration.ofNanos(row * 1000));
  }

  static Instant at(long tick) {
    return FIRST_DAY.plus(Duration.ofHours(6).multipliedBy(tick));
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
