// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.asset;

import dev.tidemark.model.Stratum;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What one stream knows of one asset, whole: facts the stream stops telling are gone. Last writer
 * wins per (organisation, asset, stream).
 *
 * @param recordKey key of the record the facts came from, by which they are deleted
 * @param facts by name; names ending in {@code .day} hold ISO dates in UTC, flags hold {@code true}
 *     or {@code false}, the rest is text
 */
public record AssetFacts(
    String recordKey, Stratum stratum, Subject asset, Map<String, String> facts) {
  public AssetFacts {
    Objects.requireNonNull(recordKey, "recordKey");
    Objects.requireNonNull(stratum, "stratum");
    Objects.requireNonNull(asset, "asset");
    facts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }
}
