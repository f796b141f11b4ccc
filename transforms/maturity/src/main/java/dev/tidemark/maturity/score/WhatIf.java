// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import dev.tidemark.maturity.model.Composite;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Computes a composite again with some standings replaced, without going through what stays as it
 * is.
 */
final class WhatIf {
  private static final double SMALL = 1e-3;

  private final Scoring scoring;
  private final Composite composite;
  private final Snapshot snapshot;
  private final Score present;

  WhatIf(Scoring scoring, Composite composite, Snapshot snapshot) {
    this.scoring = scoring;
    this.composite = composite;
    this.snapshot = snapshot;
    this.present = scoring.score(composite, snapshot);
  }

  Score present() {
    return present;
  }

  /** The score if these standings were so. */
  Score with(Map<Coordinate, Standing> replaced) {
    SortedMap<String, Estimate> indicators = new TreeMap<>(present.indicators());
    replaced.keySet().stream()
        .map(Coordinate::indicator)
        .distinct()
        .forEach(indicator -> indicators.put(indicator, changed(indicator, replaced)));
    return scoring.assemble(composite, indicators, present.weights());
  }

  /** About how the score would move if one standing were so: the slope where it is now. */
  double promise(Coordinate at, Standing standing, Standing changed) {
    double prior = scoring.model().prior();
    double moved = changed.moved(prior) - standing.moved(prior);
    String dimension = scoring.model().indicator(at.indicator()).dimension();
    double weight =
        present.weights().indicator(at.indicator()) * present.weights().dimension(dimension);
    double value =
        Math.max(
            SMALL,
            present.dimensions().containsKey(dimension) ? present.dimension(dimension).value() : 0);
    return moved * weight * new PowerMean(scoring.model().outerPower()).secant(value, value);
  }

  private Estimate changed(String indicator, Map<Coordinate, Standing> replaced) {
    SortedMap<Coordinate, Standing> standings = new TreeMap<>(snapshot.of(indicator));
    standings.replaceAll((coordinate, standing) -> replaced.getOrDefault(coordinate, standing));
    return scoring.indicator(standings.values());
  }
}
