// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import dev.tidemark.maturity.score.Measurement;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a measure gives for one stratum before age is known.
 *
 * @param newest the time of the value itself, where it has one of its own
 */
record Value(
    double raw,
    OptionalDouble numerator,
    OptionalDouble denominator,
    double observations,
    Optional<Instant> newest) {
  /** A ratio; of nothing there is none, neither 0 nor 1. */
  static Optional<Value> ratio(double numerator, double denominator) {
    return denominator > 0
        ? Optional.of(
            new Value(
                numerator / denominator,
                OptionalDouble.of(numerator),
                OptionalDouble.of(denominator),
                denominator,
                Optional.empty()))
        : Optional.empty();
  }

  /** A value that is no ratio; of no observations there is none. */
  static Optional<Value> plain(double raw, double observations) {
    return observations > 0
        ? Optional.of(
            new Value(
                raw,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                observations,
                Optional.empty()))
        : Optional.empty();
  }

  Measurement aged(double days) {
    return new Measurement(raw, numerator, denominator, observations, days);
  }
}
