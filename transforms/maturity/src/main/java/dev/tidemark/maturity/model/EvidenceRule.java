// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * When evidence suffices (scoring model, section 2.5).
 *
 * @param full the number of observations that is full evidence; a census without it divides visible
 *     by eligible
 * @param eligible the metric that tells the eligible population; a census without it enumerates its
 *     own population
 * @param cap the most that evidence of this kind can count, below 1 for imported judgements
 * @param share the indicator whose raw value multiplies the sufficiency, such as the share of
 *     assets that are classified
 */
public record EvidenceRule(
    EvidenceKind kind,
    OptionalDouble full,
    Optional<String> eligible,
    double cap,
    Optional<String> share) {

  /**
   * How much evidence there is, from 0 to the cap, given the number of observations or of things
   * seen.
   */
  public double sufficiency(double observed, double population) {
    return Math.min(cap, population > 0 ? Math.min(1, observed / population) : 0);
  }
}
