// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import dev.tidemark.model.asset.AssetFacts;
import java.util.List;

/**
 * Changes to the asset facts of one stream, applied in this order: truncation, then ranges and
 * deletions, then upserts.
 *
 * @param truncated whether every fact of the stream went first
 * @param replaced key ranges whose facts are gone unless upserted here
 * @param deleted keys of records whose facts are gone
 * @param upserts at most one per asset
 */
public record FactChanges(
    boolean truncated, List<KeyRange> replaced, List<String> deleted, List<AssetFacts> upserts) {
  private static final FactChanges NONE = new FactChanges(false, List.of(), List.of(), List.of());

  public FactChanges {
    replaced = List.copyOf(replaced);
    deleted = List.copyOf(deleted);
    upserts = List.copyOf(upserts);
  }

  public static FactChanges none() {
    return NONE;
  }

  public boolean isEmpty() {
    return !truncated && replaced.isEmpty() && deleted.isEmpty() && upserts.isEmpty();
  }
}
