// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.Operation;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.spi.Fetched;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of a stream come to, as the pipeline counts: settled changes for good, the tail as
 * the last whole pass left it, snapshots by the ranges pages speak for. Not safe for use by several
 * threads.
 */
final class Content {
  private final SortedMap<String, Change> snapshot = new TreeMap<>(Content::compareBytes);
  private final List<Change> settled = new ArrayList<>();
  private List<Change> tail = new ArrayList<>();
  private List<Change> nextTail = new ArrayList<>();

  /** A page was committed. */
  void add(Fetched page) {
    KeyRange range = page.replaces();
    if (range == null) {
      page.changes().forEach(this::add);
    } else {
      snapshot.keySet().removeIf(key -> holds(range, key));
      page.changes().forEach(change -> snapshot.put(change.key(), change));
    }
    if (!page.more()) {
      tail = nextTail;
      nextTail = new ArrayList<>();
    }
  }

  /** The pass under way is given up: what it showed of the tail was not kept. */
  void forgetPass() {
    nextTail = new ArrayList<>();
  }

  /** Every change that counts, in order. */
  List<Change> counted() {
    List<Change> counted = new ArrayList<>(snapshot.values());
    counted.addAll(settled);
    counted.addAll(tail);
    return counted;
  }

  /** What each record looks like, by key; deleted ones are not there. */
  Map<String, Bytes> records() {
    Map<String, Bytes> records = new LinkedHashMap<>();
    counted().forEach(change -> apply(change, records));
    return records;
  }

  /** Records counted more than once as they are, outside snapshots. */
  List<String> repeated() {
    Map<Change, Integer> times = new HashMap<>();
    List<Change> all = new ArrayList<>(settled);
    all.addAll(tail);
    for (Change change : all) {
      times.merge(
          new Change(change.operation(), Settlement.SETTLED, change.key(), change.payload()),
          1,
          Integer::sum);
    }
    return times.entrySet().stream()
        .filter(entry -> entry.getValue() > 1 && entry.getKey().operation() == Operation.UPSERT)
        .map(entry -> entry.getKey().key() + " " + entry.getValue() + " times")
        .sorted()
        .toList();
  }

  /** How many contributions a record makes: more than one is one too many for what is summed. */
  long contributions(String key) {
    return counted().stream().filter(change -> change.key().equals(key)).count();
  }

  private void add(Change change) {
    if (change.operation() == Operation.TRUNCATE) {
      snapshot.clear();
      settled.clear();
      tail.clear();
      nextTail.clear();
    } else if (change.settlement() == Settlement.PROVISIONAL) {
      nextTail.add(change);
    } else {
      settled.add(change);
    }
  }

  private static void apply(Change change, Map<String, Bytes> records) {
    String key = change.key().isEmpty() ? change.payload().utf8() : change.key();
    if (change.operation() == Operation.DELETE) {
      records.remove(key);
    } else {
      records.put(key, change.payload());
    }
  }

  private static boolean holds(KeyRange range, String key) {
    return isAfter(key, range.after())
        && (range.through() == null || compareBytes(key, range.through()) <= 0);
  }

  private static boolean isAfter(String key, @Nullable String after) {
    return after == null || compareBytes(key, after) > 0;
  }

  private static int compareBytes(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
