// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.asset.AssetFacts;
import dev.tidemark.model.stream.FactChanges;
import dev.tidemark.model.stream.KeyRange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The fact changes of one stream that wait to be committed, in the order of their pages. A snapshot
 * page that says of its keys what the last one said of them is left out. Not safe for use by
 * several threads.
 */
final class StreamFacts {
  private final Function<String, Map<Activity, Instant>> activity;
  private final Map<KeyRange, FactDigest> spoken = new HashMap<>();
  private final List<FactChanges> waiting = new ArrayList<>();
  private int size;

  /**
   * No changes yet.
   *
   * @param activity when a subject was last seen to be in use
   */
  StreamFacts(Function<String, Map<Activity, Instant>> activity) {
    this.activity = activity;
  }

  /** Takes the changes of a page, after its counters. */
  void add(FactChanges page) {
    if (page.isEmpty()) {
      return;
    }
    FactChanges changes = withActivity(page);
    if (news(changes)) {
      waiting.add(changes);
      size += changes.upserts().size() + changes.deleted().size();
    }
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** How many changes wait. */
  int pending() {
    return size;
  }

  /** What is to be committed; asking again brings only what came since. */
  List<FactChanges> take() {
    List<FactChanges> taken = List.copyOf(waiting);
    waiting.clear();
    size = 0;
    return taken;
  }

  private boolean news(FactChanges changes) {
    if (changes.truncated() || changes.replaced().isEmpty()) {
      spoken.clear();
      return true;
    }
    KeyRange range = span(changes.replaced());
    FactDigest digest = FactDigest.of(changes);
    if (digest.equals(spoken.get(range))) {
      return false;
    }
    spoken.keySet().removeIf(other -> KeyOrder.overlap(range, other));
    spoken.put(range, digest);
    return true;
  }

  private static KeyRange span(List<KeyRange> ranges) {
    return new KeyRange(ranges.get(0).after(), ranges.get(ranges.size() - 1).through());
  }

  private FactChanges withActivity(FactChanges page) {
    return new FactChanges(
        page.truncated(),
        page.replaced(),
        page.deleted(),
        page.upserts().stream().map(this::withActivity).toList());
  }

  private AssetFacts withActivity(AssetFacts asset) {
    Map<Activity, Instant> used = activity.apply(asset.asset().urn());
    if (used.isEmpty()) {
      return asset;
    }
    Map<String, String> facts = new TreeMap<>(asset.facts());
    used.forEach((kind, at) -> facts.merge(kind.fact(), day(at), StreamFacts::later));
    return new AssetFacts(asset.recordKey(), asset.stratum(), asset.asset(), facts);
  }

  /** ISO days sort as text. */
  private static String later(String left, String right) {
    return left.compareTo(right) > 0 ? left : right;
  }

  private static String day(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
