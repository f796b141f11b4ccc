// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.stream.Reading;
import dev.tidemark.model.stream.SeriesKey;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cumulative counters of one stream. A reading becomes the amount that was counted since the
 * one before it. Not safe for use by several threads.
 */
final class StreamCounters {
  private final Map<SeriesKey, Reading> readings = new HashMap<>();
  private final Map<SeriesKey, Reading> changed = new LinkedHashMap<>();
  private final Map<String, Map<Activity, Instant>> moved = new HashMap<>();

  StreamCounters(Collection<Reading> committed) {
    committed.forEach(this::keep);
  }

  /**
   * Takes a reading.
   *
   * @return what was counted since the last one. Nothing for a first reading: when it was counted
   *     is not known. Nothing for one that is older, or of the same time and not larger: a source
   *     may count on without saying that time passed. All it shows where the counter began again in
   *     between by its own account, told by a later start: that much really happened since. Nothing
   *     where it only shows less than before: all of it may have begun again, or a part, as when
   *     one of the indexes a table is read by is dropped, and the rest was counted before.
   */
  double advance(Reading reading) {
    Reading last = readings.get(reading.series());
    if (last == null) {
      change(reading, reading.value() > 0 ? reading.at() : Instant.EPOCH);
      return 0;
    }
    if (!isNewer(reading, last)) {
      beginAgain(last, reading);
      return 0;
    }
    double amount = amount(last, reading);
    Reading next = with(reading, amount > 0 ? reading.at() : last.movedAt());
    if (next.value() == last.value() && next.start().equals(last.start()) && amount == 0) {
      keep(next);
    } else {
      change(next, next.movedAt());
    }
    return amount;
  }

  private static boolean isNewer(Reading reading, Reading last) {
    int later = reading.at().compareTo(last.at());
    return later > 0 || (later == 0 && reading.value() > last.value());
  }

  /**
   * A counter that is at rest for as long as anyone knows, and showed more before, has begun again:
   * the next reading counts from here. It has no time of its own to compare others with.
   */
  private void beginAgain(Reading last, Reading reading) {
    if (reading.at().equals(Instant.EPOCH) && reading.value() < last.value()) {
      change(
          new Reading(last.series(), reading.value(), reading.start(), last.at(), last.movedAt()),
          last.movedAt());
    }
  }

  /** When a subject was last seen to be in use; by kind of use, without those never seen. */
  Map<Activity, Instant> activity(String subject) {
    return moved.getOrDefault(subject, Map.of());
  }

  boolean hasChanged() {
    return !changed.isEmpty();
  }

  /** What is to be committed; asking again brings only what changed since. */
  List<Reading> takeChanged() {
    List<Reading> taken = List.copyOf(changed.values());
    changed.clear();
    return taken;
  }

  /**
   * A start that lies before the one known belongs to another counter altogether (a restored
   * server), of which this is the first reading.
   */
  private static double amount(Reading last, Reading next) {
    boolean known = !last.start().equals(Instant.EPOCH) && !next.start().equals(Instant.EPOCH);
    if (known && next.start().isBefore(last.start())) {
      return 0;
    }
    boolean reset = known && next.start().isAfter(last.start());
    return reset ? next.value() : Math.max(0, next.value() - last.value());
  }

  private void change(Reading reading, Instant movedAt) {
    Reading next = with(reading, movedAt);
    keep(next);
    changed.put(next.series(), next);
  }

  private void keep(Reading reading) {
    readings.put(reading.series(), reading);
    if (reading.movedAt().isAfter(Instant.EPOCH)) {
      Activity.of(reading.series().metric())
          .ifPresent(activity -> moved(reading.series().asset(), activity, reading.movedAt()));
    }
  }

  private void moved(String subject, Activity activity, Instant at) {
    moved
        .computeIfAbsent(subject, unused -> new EnumMap<>(Activity.class))
        .merge(activity, at, (left, right) -> left.isAfter(right) ? left : right);
  }

  private static Reading with(Reading reading, Instant movedAt) {
    return new Reading(reading.series(), reading.value(), reading.start(), reading.at(), movedAt);
  }
}
