// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.freshness;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** Changes the source at the times of a timetable, one table after the other. */
final class Changes implements Runnable {
  private final Connection source;
  private final Timetable timetable;
  private final Instant begin;
  private final List<Made> made = new CopyOnWriteArrayList<>();

  Changes(Connection source, Timetable timetable, Instant begin) {
    this.source = source;
    this.timetable = timetable;
    this.begin = begin;
  }

  /**
   * A change.
   *
   * @param intended when it was to be made
   * @param begun when its statement was sent; later where the one before it took long
   */
  record Made(int table, Instant intended, Instant begun) {}

  @Override
  public void run() {
    try (Statement statement = source.createStatement()) {
      for (int table = 0; table < timetable.offsets().size(); table++) {
        Instant intended = begin.plus(timetable.offsets().get(table));
        awaitUntil(intended);
        made.add(new Made(table, intended, Instant.now()));
        statement.execute(Shop.change(table));
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("the source cannot be changed", failure);
    }
  }

  private static void awaitUntil(Instant instant) {
    for (Duration left = left(instant); left.toNanos() > 0; left = left(instant)) {
      LockSupport.parkNanos(left.toNanos());
    }
  }

  private static Duration left(Instant instant) {
    return Duration.between(Instant.now(), instant);
  }

  /** Those whose statements were sent, in order. */
  List<Made> made() {
    return made;
  }
}
