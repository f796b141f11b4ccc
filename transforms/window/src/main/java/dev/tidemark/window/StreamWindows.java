// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.metric.MetricCatalogue;
import dev.tidemark.model.metric.WindowClass;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The windows of one stream as they will be once everything applied is committed: the open ones
 * from the start, older ones when they are asked for. Not safe for use by several threads.
 */
final class StreamWindows {
  private final Function<Collection<WindowKey>, Map<WindowKey, WindowChange>> committed;
  private final Map<WindowKey, WindowChange> windows = new HashMap<>();
  private final Map<WindowKey, WindowChange> touched = new LinkedHashMap<>();
  private final Set<WindowKey> toldAnew = new HashSet<>();
  private final Set<WindowKey> tailed = new HashSet<>();
  private final Map<WindowKey, Partial> nextTail = new HashMap<>();
  private Instant openSince;
  private long restated;

  /**
   * The windows of a stream.
   *
   * @param open the committed windows that start at {@code openSince} or later, or hold a tail
   * @param committed fetches other committed windows
   */
  StreamWindows(
      Collection<WindowChange> open,
      Instant openSince,
      Function<Collection<WindowKey>, Map<WindowKey, WindowChange>> committed) {
    this.openSince = openSince;
    this.committed = committed;
    open.forEach(this::keep);
  }

  /** Fetches those of the windows that are not here yet. Changes nothing else. */
  void require(Collection<WindowKey> keys) {
    List<WindowKey> missing = new ArrayList<>();
    for (WindowKey key : keys) {
      if (key.start().isBefore(openSince) && !windows.containsKey(key)) {
        missing.add(key);
      }
    }
    if (!missing.isEmpty()) {
      committed.apply(missing).values().forEach(this::keep);
      missing.forEach(key -> windows.putIfAbsent(key, empty(key)));
      restated += missing.size();
    }
  }

  /** Adds what is final. */
  void settle(Map<WindowKey, Partial> partials) {
    partials.forEach(this::settle);
  }

  /** Adds what is final. */
  void settle(WindowKey key, Partial partial) {
    toldAnew.add(key);
    add(key, partial);
  }

  /**
   * Adds what a snapshot tells, poll after poll in order of time. That it was told again is no
   * change where nothing else is: a gauge that stands still must not write a row at every poll just
   * because it was looked at.
   */
  void tellAgain(Map<WindowKey, Partial> partials) {
    partials.forEach(this::add);
  }

  private void add(WindowKey key, Partial partial) {
    WindowChange window = touch(key);
    Partial settled = Partials.merge(windowClass(key), window.settled(), partial);
    keep(new WindowChange(key, settled, window.tail()));
  }

  /** A pass begins: what an unfinished one collected of its tail is void. */
  void beginTail() {
    nextTail.clear();
  }

  /** Adds to the tail of the running pass, which counts from the pass's end on. */
  void collectTail(Map<WindowKey, Partial> partials) {
    partials.forEach(
        (key, partial) ->
            nextTail.merge(
                key, partial, (left, right) -> Partials.merge(windowClass(key), left, right)));
  }

  /** The tail in collection. */
  Set<WindowKey> collected() {
    return nextTail.keySet();
  }

  /** The tail of the last pass goes, until the running one ends. */
  void dropTail() {
    for (WindowKey key : List.copyOf(tailed)) {
      keep(new WindowChange(key, touch(key).settled(), Partial.empty()));
    }
  }

  /** A pass ends: its tail replaces the old one whole. */
  void replaceTail() {
    dropTail();
    nextTail.forEach((key, tail) -> keep(new WindowChange(key, touch(key).settled(), tail)));
    nextTail.clear();
  }

  /** What is to be committed; asking again brings only what changed since. */
  List<WindowChange> takeChanged() {
    List<WindowChange> changed = new ArrayList<>();
    touched.forEach(
        (key, before) -> {
          WindowChange now = windows.getOrDefault(key, empty(key));
          if (toldAnew.contains(key)
              ? !before.equals(now)
              : isNews(windowClass(key), before, now)) {
            changed.add(now);
          }
        });
    touched.clear();
    toldAnew.clear();
    return changed;
  }

  /** How many windows wait to be committed, at most. */
  int pending() {
    return touched.size();
  }

  int size() {
    return windows.size();
  }

  /** How many windows were older than the open ones and had to be fetched. */
  long restated() {
    return restated;
  }

  /**
   * Forgets windows that start before an instant. To be called only when everything taken has been
   * committed, because forgotten windows are fetched again from there.
   */
  void close(Instant before) {
    openSince = before.isAfter(openSince) ? before : openSince;
    windows
        .keySet()
        .removeIf(
            key ->
                key.start().isBefore(openSince)
                    && !tailed.contains(key)
                    && !touched.containsKey(key));
  }

  private WindowChange touch(WindowKey key) {
    WindowChange window = windows.getOrDefault(key, empty(key));
    touched.putIfAbsent(key, window);
    return window;
  }

  private void keep(WindowChange window) {
    windows.put(window.key(), window);
    if (window.tail().isEmpty()) {
      tailed.remove(window.key());
    } else {
      tailed.add(window.key());
    }
  }

  private static boolean isNews(WindowClass windowClass, WindowChange before, WindowChange now) {
    return switch (windowClass) {
      case LAST, DISTINCT ->
          isNews(before.settled(), now.settled()) || !before.tail().equals(now.tail());
      default -> !before.equals(now);
    };
  }

  /** Whether more than the times of it differs. */
  private static boolean isNews(Partial before, Partial now) {
    return before.count() != now.count()
        || Double.compare(before.last(), now.last()) != 0
        || !before.sketch().equals(now.sketch());
  }

  private static WindowClass windowClass(WindowKey key) {
    return MetricCatalogue.standard().require(key.metric()).windowClass();
  }

  private static WindowChange empty(WindowKey key) {
    return new WindowChange(key, Partial.empty(), Partial.empty());
  }
}
