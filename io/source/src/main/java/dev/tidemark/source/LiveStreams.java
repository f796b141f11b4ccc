// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.Assignment;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The streams being polled in this JVM by the element that stands for each. A runner may hand an
 * element from one instance of a step to another; the stream goes along as long as its owner lives
 * and the restriction is where the stream left it. Otherwise time was turned back, and a new stream
 * with a new lease takes its place. Safe for use by several threads.
 */
final class LiveStreams {
  private final Polling polling;
  private final Map<Long, Entry> entries = new HashMap<>();

  private static final class Entry {
    private final PolledStream stream;
    private final HeldLeases.Visits visits;
    private Object owner;
    private long position;

    Entry(PolledStream stream, HeldLeases.Visits visits, Object owner, long position) {
      this.stream = stream;
      this.visits = visits;
      this.owner = owner;
      this.position = position;
    }
  }

  LiveStreams(Polling polling) {
    this.polling = polling;
  }

  /** The stream of an element whose restriction begins at the position. */
  synchronized PolledStream adopt(
      Assignment assignment, long element, long position, Object owner) {
    Entry entry = entries.get(element);
    if (entry != null && entry.position != position) {
      entry.stream.close();
      entry = null;
    }
    if (entry == null) {
      HeldLeases.Visits visits = polling.held().new Visits();
      PolledStream stream = new PolledStream(polling, visits, assignment, element);
      entry = new Entry(stream, visits, owner, position);
      entries.put(element, entry);
    }
    entry.owner = owner;
    entry.visits.again();
    return entry.stream;
  }

  /** The element's restriction begins at the position from now on. */
  synchronized void moved(long element, long position) {
    Entry entry = entries.get(element);
    if (entry != null) {
      entry.position = position;
    }
  }

  /** The element has come to its end. */
  synchronized void forget(long element) {
    entries.remove(element);
  }

  /** Closes what an instance owns: it is gone. */
  synchronized void abandon(Object owner) {
    Iterator<Entry> each = entries.values().iterator();
    while (each.hasNext()) {
      Entry entry = each.next();
      if (entry.owner == owner) {
        entry.stream.close();
        each.remove();
      }
    }
  }

  /** The streams now. */
  synchronized Collection<PolledStream> all() {
    return List.copyOf(entries.values().stream().map(entry -> entry.stream).toList());
  }

  synchronized int size() {
    return entries.size();
  }
}
