// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.offline;

import dev.tidemark.maturity.score.Coordinate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The share each stratum has of each indicator. */
record Shares(Map<String, SortedMap<String, Double>> byIndicator) {
  static final Shares NONE = new Shares(Map.of());

  Shares {
    byIndicator = Collections.unmodifiableMap(new TreeMap<>(byIndicator));
  }

  /** Whether a stratum may have evidence of an indicator: it may if no shares were stated. */
  boolean allows(String indicator, String stratum) {
    return !byIndicator.containsKey(indicator) || strata(indicator).contains(stratum);
  }

  Set<String> strata(String indicator) {
    return of(indicator).keySet();
  }

  SortedMap<String, Double> of(String indicator) {
    return byIndicator.getOrDefault(indicator, Collections.emptySortedMap());
  }

  /**
   * Gives indicators without stated shares equal ones over the strata that ever show evidence of
   * them.
   */
  Shares withEqualShares(Collection<DraftState> states) {
    Map<String, Set<String>> strata = new TreeMap<>();
    states.stream()
        .map(DraftState::entries)
        .flatMap(List::stream)
        .map(Entry::coordinate)
        .forEach(coordinate -> note(strata, coordinate));
    Map<String, SortedMap<String, Double>> complete = new TreeMap<>(byIndicator);
    strata.forEach((indicator, names) -> complete.putIfAbsent(indicator, equal(names)));
    return new Shares(complete);
  }

  private static void note(Map<String, Set<String>> strata, Coordinate coordinate) {
    strata
        .computeIfAbsent(coordinate.indicator(), indicator -> new TreeSet<>())
        .add(coordinate.stratum());
  }

  private static SortedMap<String, Double> equal(Set<String> names) {
    SortedMap<String, Double> shares = new TreeMap<>();
    names.forEach(name -> shares.put(name, 1d / names.size()));
    return shares;
  }
}
