// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.authoring.Room;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The results whose rows are being read, one for each stream, so that the pages of one pass share
 * one statement. Rows wait in memory where there is room for them; otherwise the result only knows
 * where it has come to and fetches that chunk again. What is not found is asked for again by where
 * its rows go on. Safe for use by several threads.
 */
final class Results implements AutoCloseable {
  private final Room room;
  private final Map<String, Open> open = new HashMap<>();
  private boolean closed;

  private record Open(Instant pass, ResultRows rows, long taken) {}

  Results(Room room) {
    this.room = room;
  }

  /** Takes the rows of a stream's pass out if they can go on after the mark. */
  synchronized Optional<ResultRows> take(String stream, Instant pass, String mark) {
    Open found = open.remove(stream);
    if (found == null) {
      return Optional.empty();
    }
    room.give(found.taken());
    return Optional.of(found)
        .filter(it -> it.pass().equals(pass))
        .map(Open::rows)
        .filter(rows -> rows.seek(mark));
  }

  /** Puts rows back whose pass goes on. */
  synchronized void keep(String stream, Instant pass, ResultRows rows) {
    long taken = !closed && room.take(rows.weight()) ? rows.weight() : 0;
    if (taken == 0) {
      rows.layDown();
    }
    Open before = open.put(stream, new Open(pass, rows, taken));
    if (before != null) {
      room.give(before.taken());
    }
  }

  /** Lets go of all. */
  @Override
  public synchronized void close() {
    closed = true;
    open.values().forEach(it -> room.give(it.taken()));
    open.clear();
  }
}
