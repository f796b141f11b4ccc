// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

/**
 * One line of the explanation of a change.
 *
 * @param coordinate the indicator and stratum it comes from
 * @param reason why
 * @param score by how much, on the scale of S
 */
public record Contribution(Coordinate coordinate, Reason reason, double score) {
  /** By how much, on the scale of levels. */
  public double maturity() {
    return Score.SCALE * score;
  }
}
