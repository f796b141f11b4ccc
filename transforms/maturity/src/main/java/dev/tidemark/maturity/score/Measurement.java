// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import java.util.OptionalDouble;

/**
 * The raw value behind a reading.
 *
 * @param raw in the indicator's unit
 * @param numerator where the raw value is a ratio
 * @param denominator where the raw value is a ratio
 * @param observations the number of events or subjects it rests on
 * @param ageDays the age of the newest evidence
 */
public record Measurement(
    double raw,
    OptionalDouble numerator,
    OptionalDouble denominator,
    double observations,
    double ageDays) {
  public Measurement {
    if (Double.isNaN(raw) || !(observations >= 0) || !(ageDays >= 0)) {
      throw new IllegalArgumentException(
          "a measurement needs a number, n >= 0 and age >= 0, not %s, %s, %s"
              .formatted(raw, observations, ageDays));
    }
  }

  /** A value that is no ratio. */
  public static Measurement of(double raw, double observations, double ageDays) {
    return new Measurement(
        raw, OptionalDouble.empty(), OptionalDouble.empty(), observations, ageDays);
  }
}
