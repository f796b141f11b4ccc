// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.metric.MetricCatalogue;
import dev.tidemark.model.metric.SubjectKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An asset as all its streams together tell it.
 *
 * @param signature the facts assets are counted by, and the asset's type, as JSON in order of keys
 */
record MergedAsset(String type, String stratum, SortedMap<String, String> facts, String signature) {
  /** The name under which a signature holds the type of its assets. */
  static final String TYPE = "subject.type";

  private static final String DAY = ".day";

  private static final Set<String> COUNTED =
      Stream.of(SubjectKind.values())
          .flatMap(kind -> MetricCatalogue.standard().facts(kind).stream())
          .collect(Collectors.toUnmodifiableSet());

  /** Merges: the word of the weightiest stream for each fact, the latest day for days. */
  static MergedAsset of(Collection<ToldFacts> told) {
    List<ToldFacts> ordered = told.stream().sorted(ToldFacts.BY_WEIGHT).toList();
    SortedMap<String, String> facts = new TreeMap<>();
    for (ToldFacts stream : ordered) {
      stream.facts().forEach((name, value) -> facts.merge(name, value, chosen(name)));
    }
    ToldFacts first = ordered.get(0);
    return new MergedAsset(first.type(), first.stratum(), facts, signature(first.type(), facts));
  }

  private static java.util.function.BinaryOperator<String> chosen(String name) {
    return name.endsWith(DAY)
        ? (kept, other) -> kept.compareTo(other) >= 0 ? kept : other
        : (kept, other) -> kept;
  }

  private static String signature(String type, Map<String, String> facts) {
    SortedMap<String, String> counted = new TreeMap<>(facts);
    counted.keySet().retainAll(COUNTED);
    counted.put(TYPE, type);
    return Json.text(counted);
  }
}
