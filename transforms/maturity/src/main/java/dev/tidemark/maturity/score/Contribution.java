// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import java.util.Comparator;

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

  /** What the line is about, without by how much. */
  public Line line() {
    return new Line(coordinate, reason);
  }

  /** A place and a reason. */
  public record Line(Coordinate coordinate, Reason reason) implements Comparable<Line> {
    private static final Comparator<Line> ORDER =
        Comparator.comparing(Line::coordinate).thenComparing(Line::reason);

    @Override
    public int compareTo(Line other) {
      return ORDER.compare(this, other);
    }
  }
}
