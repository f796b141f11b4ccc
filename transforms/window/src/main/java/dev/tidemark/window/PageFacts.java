// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.asset.AssetFacts;
import dev.tidemark.model.stream.FactChanges;
import dev.tidemark.model.stream.KeyRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fact changes of one page while its records come in, in their order. */
final class PageFacts {
  private boolean truncated;
  private final Set<String> deleted = new LinkedHashSet<>();
  private final Map<String, AssetFacts> upserts = new LinkedHashMap<>();
  private final List<KeyRange> replaced = new ArrayList<>();
  private final @Nullable KeyRange whole;
  private @Nullable String from;
  private @Nullable String lastGood;

  /**
   * The facts of a page.
   *
   * @param replaces the keys a snapshot page speaks for
   */
  PageFacts(@Nullable KeyRange replaces) {
    whole = replaces;
    from = replaces == null ? null : replaces.after();
    lastGood = from;
  }

  void upsert(AssetFacts facts) {
    upserts.remove(facts.asset().urn());
    upserts.put(facts.asset().urn(), facts);
  }

  /** An asset of which nothing is stated but that it is there. */
  void mention(AssetFacts facts) {
    upserts.putIfAbsent(facts.asset().urn(), facts);
  }

  void delete(String key) {
    upserts.values().removeIf(facts -> facts.recordKey().equals(key));
    deleted.add(key);
  }

  void truncate() {
    truncated = true;
    deleted.clear();
    upserts.clear();
  }

  /** The record with this key was read: the page speaks for it. */
  void good(String key) {
    lastGood = key;
  }

  /**
   * The record with this key could not be read. It is not gone, so what was known of it stays: the
   * page speaks for the keys before it and for those after it.
   */
  void bad(String key) {
    if (whole != null) {
      addRange(lastGood);
      from = key;
      lastGood = key;
    }
  }

  FactChanges changes() {
    if (whole != null) {
      boolean open = whole.through() == null;
      if (open || from == null || !from.equals(whole.through())) {
        replaced.add(new KeyRange(from, whole.through()));
      }
    }
    return new FactChanges(
        truncated, replaced, List.copyOf(deleted), List.copyOf(upserts.values()));
  }

  private void addRange(@Nullable String through) {
    if (through != null && !through.equals(from)) {
      replaced.add(new KeyRange(from, through));
    }
  }
}
