// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import java.util.Optional;

/**
 * The four factors of a stratum's part of an indicator, before and after. A factor that is
 * undefined on one side takes the value of the other side, so a first observation is all evidence
 * and a final removal all scope.
 */
final class Factors {
  private final double[] before;
  private final double[] after;

  private Factors(double[] before, double[] after) {
    this.before = before;
    this.after = after;
  }

  static Factors between(
      Optional<Standing> before, Optional<Standing> after, double prior, boolean replacesNothing) {
    Reading first = reading(before, after);
    Reading last = reading(after, before);
    double[] start = {
      share(before), evidence(before, first), first.freshness(), first.utility() - prior
    };
    double[] end = {share(after), evidence(after, last), last.freshness(), last.utility() - prior};
    if (before.isEmpty() && replacesNothing) {
      start[0] = end[0];
      start[1] = 0;
    }
    return new Factors(start, end);
  }

  /** The shares of scope, evidence, freshness and performance in the difference. */
  double[] split() {
    return Shapley.split(before, after);
  }

  private static double share(Optional<Standing> standing) {
    return standing.map(Standing::share).orElse(0d);
  }

  /**
   * A stratum that is there and shows nothing has no evidence; of one that is not there, evidence
   * is undefined.
   */
  private static double evidence(Optional<Standing> standing, Reading reading) {
    return standing.isPresent() && standing.get().reading().isEmpty() ? 0 : reading.evidence();
  }

  private static Reading reading(Optional<Standing> wanted, Optional<Standing> other) {
    return wanted
        .flatMap(Standing::reading)
        .or(() -> other.flatMap(Standing::reading))
        .orElseGet(() -> new Reading(0, 1, 0));
  }
}
