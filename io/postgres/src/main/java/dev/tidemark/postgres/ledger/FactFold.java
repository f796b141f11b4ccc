// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.asset.AssetFacts;
import dev.tidemark.model.stream.FactChanges;
import dev.tidemark.model.stream.KeyRange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Fact changes of several pages as the one change they add up to: first what is gone of what the
 * table holds, then what is there now.
 */
final class FactFold {
  private final List<KeyRange> ranges = new ArrayList<>();
  private final Set<String> keys = new LinkedHashSet<>();
  private final Set<String> assets = new LinkedHashSet<>();
  private final Map<String, AssetFacts> present = new LinkedHashMap<>();

  static FactFold of(List<FactChanges> pages) {
    FactFold fold = new FactFold();
    pages.forEach(fold::add);
    return fold;
  }

  /** Key ranges the table holds nothing of any more; a truncation is the range of all keys. */
  List<KeyRange> ranges() {
    return ranges;
  }

  /** Record keys the table holds nothing of any more. */
  Set<String> keys() {
    return keys;
  }

  /** Assets that were told of and taken back, under whichever key the table has them. */
  Set<String> assets() {
    return assets;
  }

  /** The facts that are there now, by asset. */
  Map<String, AssetFacts> present() {
    return present;
  }

  private void add(FactChanges page) {
    if (page.truncated()) {
      ranges.add(KeyRange.all());
      forget(facts -> true);
    }
    for (KeyRange range : page.replaced()) {
      ranges.add(range);
      forget(facts -> holds(range, facts.recordKey()));
    }
    Set<String> deleted = Set.copyOf(page.deleted());
    keys.addAll(deleted);
    forget(facts -> deleted.contains(facts.recordKey()));
    for (AssetFacts facts : page.upserts()) {
      present.put(facts.asset().urn(), facts);
      assets.remove(facts.asset().urn());
    }
  }

  /** The table may have the asset under another key, so it is the asset that goes. */
  private void forget(Predicate<AssetFacts> gone) {
    Iterator<AssetFacts> told = present.values().iterator();
    while (told.hasNext()) {
      AssetFacts facts = told.next();
      if (gone.test(facts)) {
        told.remove();
        assets.add(facts.asset().urn());
      }
    }
  }

  private static boolean holds(KeyRange range, String key) {
    return (range.after() == null || inByteOrder(range.after(), key) < 0)
        && (range.through() == null || inByteOrder(key, range.through()) <= 0);
  }

  private static int inByteOrder(@Nullable String left, @Nullable String right) {
    return Arrays.compareUnsigned(bytes(left), bytes(right));
  }

  private static byte[] bytes(@Nullable String text) {
    return (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
  }
}
