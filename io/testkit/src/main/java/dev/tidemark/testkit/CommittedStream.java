// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.asset.AssetFacts;
import dev.tidemark.model.stream.FactChanges;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.StreamCommit;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What an accepted commit does to a stream's row. */
final class CommittedStream {
  private CommittedStream() {}

  static void apply(StreamRow row, StreamCommit commit) {
    row.sequence = commit.sequence();
    row.cursor = commit.cursor();
    row.take(commit.observedAt(), commit.volume());
    if (commit.completeThrough() != null) {
      row.completeThrough = commit.completeThrough();
    }
    commit.windows().forEach(window -> row.windows.put(window.key(), window));
    commit.readings().forEach(reading -> row.readings.put(reading.series(), reading));
    commit.facts().forEach(facts -> apply(row, facts));
    if (!commit.populations().isEmpty()) {
      row.populations.clear();
      row.populations.addAll(commit.populations());
    }
  }

  private static void apply(StreamRow row, FactChanges changes) {
    if (changes.truncated()) {
      row.facts.clear();
    }
    for (KeyRange range : changes.replaced()) {
      row.facts.values().removeIf(facts -> covers(range, facts.recordKey()));
    }
    row.facts.values().removeIf(facts -> changes.deleted().contains(facts.recordKey()));
    for (AssetFacts facts : changes.upserts()) {
      row.facts.put(facts.asset().urn(), facts);
    }
  }

  private static boolean covers(KeyRange range, String key) {
    return (range.after() == null || compare(key, range.after()) > 0)
        && (range.through() == null || compare(key, range.through()) <= 0);
  }

  /** Order of the UTF-8 bytes, as the database compares with its C collation. */
  private static int compare(String left, String right) {
    return Arrays.compareUnsigned(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
