// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import java.util.Collection;
import java.util.OptionalDouble;

/**
 * The utility of what has been observed of an indicator over its strata, weighted by share and
 * sufficiency. Neither the prior nor age enters, so an outage does not change it.
 */
public final class ObservedUtility {
  private ObservedUtility() {}

  /** The mean over the strata that show something; nothing if none does. */
  public static OptionalDouble of(Collection<Standing> standings) {
    double weight = 0;
    double sum = 0;
    for (Standing standing : standings) {
      Reading reading = standing.reading().orElse(null);
      if (reading != null) {
        weight += standing.share() * reading.evidence();
        sum += standing.share() * reading.evidence() * reading.utility();
      }
    }
    return weight > 0 ? OptionalDouble.of(sum / weight) : OptionalDouble.empty();
  }
}
