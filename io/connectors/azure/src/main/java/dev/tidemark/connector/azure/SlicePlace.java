// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Cursors;
import dev.tidemark.authoring.HistoryPlace;
import dev.tidemark.authoring.Place.Skipped;
import dev.tidemark.model.stream.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far what happened was read.
 *
 * @param memory what is remembered of it, by the stream
 * @param skipped whether the running pass has left out a part of the tenant
 */
record SlicePlace(HistoryPlace place, SortedMap<String, Instant> memory, Skipped skipped) {
  /** So that a cursor stays far below its limit. */
  private static final int MOST_REMEMBERED = 250;

  SlicePlace {
    memory = new TreeMap<>(memory);
    while (memory.size() > MOST_REMEMBERED) {
      memory.remove(oldest(memory));
    }
  }

  static SlicePlace of(Cursor cursor, Instant beginning) {
    SortedMap<String, Instant> memory = new TreeMap<>();
    JsonNode node = Cursors.read(cursor);
    try {
      node.path("memory")
          .properties()
          .forEach(it -> memory.put(it.getKey(), Instant.parse(it.getValue().asText())));
    } catch (DateTimeException malformed) {
      throw Cursors.foreign();
    }
    Skipped skipped = node.path("skipped").asBoolean() ? Skipped.SOMETHING : Skipped.NOTHING;
    return new SlicePlace(HistoryPlace.of(cursor, beginning), memory, skipped);
  }

  Instant from() {
    return place.from();
  }

  /** Whether it lies behind a happening. */
  boolean isBehind(Happening happening) {
    int compared = happening.at().compareTo(from());
    return compared < 0
        || (compared == 0
            && !place.key().isEmpty()
            && happening.key().compareTo(place.key().get(0)) <= 0);
  }

  /** Behind a happening, remembering that. */
  SlicePlace after(Happening happening, SortedMap<String, Instant> remembered) {
    HistoryPlace next = new HistoryPlace(happening.at(), List.of(happening.key()));
    return new SlicePlace(next, remembered, skipped);
  }

  /** Before everything of that time. */
  SlicePlace at(Instant time) {
    return new SlicePlace(HistoryPlace.at(time), memory, skipped);
  }

  SlicePlace skipping(Skipped left) {
    return new SlicePlace(place, memory, left == Skipped.SOMETHING ? left : skipped);
  }

  /** The same between passes. */
  SlicePlace whole() {
    return new SlicePlace(place, memory, Skipped.NOTHING);
  }

  Cursor cursor() {
    ObjectNode node = (ObjectNode) Cursors.read(place.cursor());
    if (!memory.isEmpty()) {
      ObjectNode remembered = node.putObject("memory");
      memory.forEach((name, time) -> remembered.put(name, time.toString()));
    }
    if (skipped == Skipped.SOMETHING) {
      node.put("skipped", true);
    }
    return new Cursor(node.toString());
  }

  private static String oldest(SortedMap<String, Instant> memory) {
    return memory.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }
}
