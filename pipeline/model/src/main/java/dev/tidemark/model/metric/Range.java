// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.metric;

/**
 * The values that can be true of a metric, in its canonical unit, both ends included. A point
 * outside is an error of its source, not a surprise.
 */
public record Range(double least, double most) {
  /** Zero and everything above. */
  public static final Range NOT_NEGATIVE = new Range(0, Double.MAX_VALUE);

  /** From none to all. */
  public static final Range SHARE = new Range(0, 1);

  public Range {
    if (!(least <= most)) {
      throw new IllegalArgumentException(
          "a range from " + least + " to " + most + " holds nothing");
    }
  }

  /** Whether the value lies within; never true of NaN. */
  public boolean contains(double value) {
    return value >= least && value <= most;
  }
}
