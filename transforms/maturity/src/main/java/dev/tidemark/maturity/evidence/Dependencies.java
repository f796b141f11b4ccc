// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import dev.tidemark.maturity.score.Measurement;
import dev.tidemark.maturity.score.Standing;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What an indicator needs to know of others.
 *
 * @param requirementMet whether what it requires is observed
 * @param scaled whether its evidence is multiplied by another indicator's raw value
 * @param scale the standings of that indicator
 */
record Dependencies(boolean requirementMet, boolean scaled, SortedMap<String, Standing> scale) {
  /**
   * What multiplies the evidence on a stratum: the other indicator's raw value there, or over the
   * whole estate where it is not about that stratum; nothing known multiplies by 0.
   */
  double factor(String stratum) {
    if (!scaled) {
      return 1;
    }
    Optional<Standing> here = Optional.ofNullable(scale.get(stratum));
    double raw =
        here.isPresent() ? here.get().measurement().map(Measurement::raw).orElse(0d) : everywhere();
    return Math.min(1, Math.max(0, raw));
  }

  private double everywhere() {
    double weight = 0;
    double sum = 0;
    for (Standing standing : scale.values()) {
      double share = standing.measurement().isPresent() ? standing.share() : 0;
      weight += share;
      sum += share * standing.measurement().map(Measurement::raw).orElse(0d);
    }
    return weight > 0 ? sum / weight : 0;
  }
}
