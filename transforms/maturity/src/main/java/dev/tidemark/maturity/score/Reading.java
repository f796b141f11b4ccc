// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

/**
 * What an observation is worth, each part from 0 to 1.
 *
 * @param evidence e: how far the evidence suffices
 * @param freshness g: 1, or less where good news has aged
 * @param utility u: where the raw value lies on the indicator's curve
 */
public record Reading(double evidence, double freshness, double utility) {
  public Reading {
    require("evidence", evidence);
    require("freshness", freshness);
    require("utility", utility);
  }

  /** How much of the prior the observation replaces. */
  public double credibility() {
    return evidence * freshness;
  }

  private static void require(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " lies from 0 to 1, not at " + share);
    }
  }
}
