// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Room;
import dev.tidemark.model.Bytes;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement found and no page has told yet, in its order. What fits no page being read takes
 * room, and reading stops where there is none. For one thread at a time.
 */
final class FoundRows {
  /** What a row takes beside its text, roughly. */
  private static final long OVERHEAD = 200;

  private final Room room;
  private final int freely;
  private final Instant end;
  private final Deque<Row> rows = new ArrayDeque<>();
  private List<String> after;
  private long taken;
  private long bytes;
  private int count;
  private boolean whole;

  /**
   * A row.
   *
   * @param place where it stands in the order of its stream
   * @param record as JSON; null for a row that is not wanted
   */
  record Row(List<String> place, @Nullable Bytes record) {
    long weight() {
      return OVERHEAD + (record == null ? 0 : record.length());
    }
  }

  /**
   * Nothing yet.
   *
   * @param freely how many rows take no room, being those of the page that is read
   * @param after the place they come after
   * @param end what was asked for ends there
   */
  FoundRows(Room room, int freely, List<String> after, Instant end) {
    this.room = room;
    this.freely = freely;
    this.after = after;
    this.end = end;
  }

  /** Adds a row; answers whether there is room for another. */
  boolean add(Row row) {
    rows.add(row);
    count++;
    bytes += row.weight();
    if (count < freely) {
      return true;
    }
    boolean fits = room.take(row.weight());
    taken += fits ? row.weight() : 0;
    return fits;
  }

  /** The statement has no more rows than it was asked for: these are all. */
  void complete(int asked) {
    whole = count < asked;
  }

  /** Whether these are all up to their end. */
  boolean isWhole() {
    return whole;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The next row, which is told now. */
  Row next() {
    Row row = rows.remove();
    after = row.place();
    long back = Math.min(taken, row.weight());
    taken -= back;
    room.give(back);
    return row;
  }

  /** Whether the next one comes right after a place. */
  boolean goOnAfter(List<String> place) {
    return after.equals(place);
  }

  Instant end() {
    return end;
  }

  /** How many there were. */
  int count() {
    return count;
  }

  /** How much they weighed. */
  long bytes() {
    return bytes;
  }

  /** Nobody wants them any more. */
  void drop() {
    rows.clear();
    room.give(taken);
    taken = 0;
  }
}
