// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window.histories;

import dev.tidemark.model.window.WindowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A source that shows rows late and changes them for some ticks. */
final class LateSource {
  static final int LATENCY = 5;

  private final Random random;
  private final List<Row> rows = new ArrayList<>();
  private long now;

  LateSource(Random random) {
    this.random = random;
  }

  /** Every fifth row cannot be used until somebody mends its reader. */
  static boolean isBad(Place at) {
    return at.row() % 5 == 4;
  }

  /**
   * A row: visible from {@code seen}, {@code early} until {@code changes} and {@code last} after.
   */
  record Row(Place at, String key, WindowKey window, long seen, int early, long changes, int last) {
    int value(long now) {
      return now >= changes ? last : early;
    }
  }

  /** A row as it looks now. */
  record Shown(Place at, WindowKey window, int value) {}

  /** What one fetch returned. */
  record Answer(List<Shown> rows, boolean more) {}

  long now() {
    return now;
  }

  List<Row> rows() {
    return rows;
  }

  /** How many rows there have ever been: a counter that only grows. */
  int counter() {
    return rows.size();
  }

  /** Time passes, nothing happens. */
  void pass() {
    now++;
  }

  /** Time passes, some rows happen. */
  void grow() {
    now++;
    for (int i = random.nextInt(3); i > 0; i--) {
      Place at = new Place(now, rows.size());
      String key = random.nextBoolean() ? "a" : "b";
      rows.add(
          new Row(
              at,
              key,
              HistoryReader.window(at, key),
              now + random.nextInt(LATENCY + 1),
              random.nextInt(100),
              now + random.nextInt(LATENCY + 1),
              random.nextInt(100)));
    }
  }

  /** Up to a few rows after a place and not after a tick. */
  Answer fetch(Place after, long upper) {
    List<Shown> ready =
        rows.stream()
            .filter(row -> after.compareTo(row.at()) < 0)
            .filter(row -> row.at().tick() <= upper && row.seen() <= now)
            .map(row -> new Shown(row.at(), row.window(), row.value(now)))
            .toList();
    int size = Math.min(ready.size(), 1 + random.nextInt(4));
    return new Answer(ready.subList(0, size), ready.size() > size);
  }
}
