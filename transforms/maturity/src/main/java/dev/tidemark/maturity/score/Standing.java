// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import java.util.Optional;

/**
 * Where one indicator stands on one stratum.
 *
 * @param share m: the stratum's share of the indicator, 0 where it does not apply
 * @param state what is known
 * @param reading what the observation is worth, if there is one
 * @param measurement the raw value behind it, if there is one
 */
public record Standing(
    double share,
    EvidenceState state,
    Optional<Reading> reading,
    Optional<Measurement> measurement) {
  public Standing {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share lies from 0 to 1, not at " + share);
    }
  }

  /** Nothing is known. */
  public static Standing unknown(double share, EvidenceState state) {
    return new Standing(share, state, Optional.empty(), Optional.empty());
  }

  /** The same with another reading; the way to ask what if. */
  public Standing with(Reading other) {
    return new Standing(share, state, Optional.of(other), measurement);
  }

  /** The share that is known: m e g. */
  public double covered() {
    return reading.map(known -> share * known.credibility()).orElse(0d);
  }

  /** How far it moves its indicator from the prior: m e g (u - prior). */
  public double moved(double prior) {
    return reading.map(known -> share * known.credibility() * (known.utility() - prior)).orElse(0d);
  }
}
