// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Room;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows each stream goes on with, so that several pages share a statement, and how much the next
 * one asks for. What is not found here is asked for again by its place. Safe for use by several
 * threads.
 */
final class KeptRows implements AutoCloseable {
  private final Room room;
  private final Map<String, Kept> kept = new HashMap<>();
  private final Map<String, Pace> paces = new HashMap<>();
  private boolean closed;

  private record Kept(Instant pass, FoundRows rows) {}

  KeptRows(Room room) {
    this.room = room;
  }

  Room room() {
    return room;
  }

  /** How much a stream asks for. */
  synchronized Pace pace(String stream) {
    return paces.computeIfAbsent(stream, unused -> new Pace());
  }

  /** Whether a stream has rows left in a pass. */
  synchronized boolean hold(String stream, Instant pass) {
    Kept found = kept.get(stream);
    return found != null && found.pass().equals(pass);
  }

  /** Takes the rows a stream goes on with after a place. */
  synchronized Optional<FoundRows> take(String stream, Instant pass, List<String> place) {
    Kept found = kept.remove(stream);
    if (found == null) {
      return Optional.empty();
    }
    if (found.pass().equals(pass) && found.rows().goOnAfter(place)) {
      return Optional.of(found.rows());
    }
    found.rows().drop();
    return Optional.empty();
  }

  /** Puts rows back that no page has told. */
  synchronized void keep(String stream, Instant pass, FoundRows rows) {
    if (closed) {
      rows.drop();
      return;
    }
    Kept before = kept.put(stream, new Kept(pass, rows));
    if (before != null) {
      before.rows().drop();
    }
  }

  /** Lets go of all, and keeps nothing any more. */
  @Override
  public synchronized void close() {
    closed = true;
    kept.values().forEach(it -> it.rows().drop());
    kept.clear();
  }
}
