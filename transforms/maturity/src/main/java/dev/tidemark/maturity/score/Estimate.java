// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

/**
 * A value from 0 to 1 with what is known of it.
 *
 * @param value with the prior in place of the unknown
 * @param low with 0 in place of the unknown
 * @param high with 1 in place of the unknown
 * @param coverage the share that is known
 */
public record Estimate(double value, double low, double high, double coverage) {
  /** The value on the scale of levels, from 0 to 5. */
  public double maturity() {
    return Score.SCALE * value;
  }
}
