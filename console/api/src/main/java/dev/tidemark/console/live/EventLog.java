// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The latest events of an organisation, so that whoever was away for a moment misses none. */
final class EventLog {
  private static final int KEPT = 512;

  /** Ids of another log, before a restart or of another console, are none of this one. */
  private final String own = UUID.randomUUID().toString().substring(0, 8);

  private final Deque<Event> kept = new ArrayDeque<>();
  private long last;

  Event add(String name, String data) {
    last++;
    Event event = new Event(position(), name, data);
    kept.add(event);
    if (kept.size() > KEPT) {
      kept.remove();
    }
    return event;
  }

  /** What the next event follows. */
  String position() {
    return own + "-" + last;
  }

  /** The events after one; empty where some of them are not known any more. */
  Optional<List<Event>> after(String id) {
    long first = last - kept.size();
    return number(id)
        .filter(seen -> seen >= first && seen <= last)
        .map(seen -> kept.stream().skip(seen - first).toList());
  }

  private Optional<Long> number(String id) {
    return id.matches(own + "-\\d{1,18}")
        ? Optional.of(Long.valueOf(id.substring(own.length() + 1)))
        : Optional.empty();
  }
}
