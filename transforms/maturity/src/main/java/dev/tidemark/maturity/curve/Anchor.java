// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.curve;

/** A point a curve passes through: the raw value and its utility. */
public record Anchor(double raw, double utility) {
  public Anchor {
    if (!Double.isFinite(raw)) {
      throw new IllegalArgumentException("an anchor must be finite, not " + raw);
    }
    if (!(utility >= 0 && utility <= 1)) {
      throw new IllegalArgumentException(
          "the utility of an anchor lies from 0 to 1, not at " + utility);
    }
  }
}
