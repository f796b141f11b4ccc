// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything a score is computed from, at one moment: the standing of every indicator on every
 * stratum. An indicator that is absent is unknown; one whose every standing is NOT_APPLICABLE is
 * left out of its dimension.
 */
public record Snapshot(SortedMap<Coordinate, Standing> standings) {
  private static final double TOLERANCE = 1e-9;

  public Snapshot {
    standings = Collections.unmodifiableSortedMap(new TreeMap<>(standings));
    requireShares(standings);
  }

  /** The standings of one indicator by stratum. */
  public SortedMap<Coordinate, Standing> of(String indicator) {
    return standings.subMap(new Coordinate(indicator, ""), new Coordinate(indicator + '\0', ""));
  }

  /** The standing at a coordinate, if there is one. */
  public Optional<Standing> at(Coordinate coordinate) {
    return Optional.ofNullable(standings.get(coordinate));
  }

  /** The same with one standing replaced. */
  public Snapshot with(Coordinate coordinate, Standing standing) {
    TreeMap<Coordinate, Standing> changed = new TreeMap<>(standings);
    changed.put(coordinate, standing);
    return new Snapshot(changed);
  }

  /**
   * Whether an indicator counts: nothing known of it counts, all strata not applicable does not.
   */
  public boolean isApplicable(String indicator) {
    SortedMap<Coordinate, Standing> known = of(indicator);
    return known.isEmpty()
        || known.values().stream()
            .anyMatch(standing -> standing.state() != EvidenceState.NOT_APPLICABLE);
  }

  private static void requireShares(SortedMap<Coordinate, Standing> standings) {
    Map<String, Double> sums = new TreeMap<>();
    standings.forEach(
        (coordinate, standing) ->
            sums.merge(coordinate.indicator(), standing.share(), Double::sum));
    sums.forEach(Snapshot::requireShare);
  }

  private static void requireShare(String indicator, double sum) {
    if (sum > 1 + TOLERANCE) {
      throw new IllegalArgumentException(
          "the shares of " + indicator + " sum to " + sum + ", more than 1");
    }
  }
}
