// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import java.util.Comparator;

/**
 * Where one piece of evidence belongs: an indicator on a stratum, which is one platform account of
 * the estate.
 *
 * @param stratum the stratum's URN, or {@link #EVERYWHERE} for an indicator that no stratum feeds
 */
public record Coordinate(String indicator, String stratum) implements Comparable<Coordinate> {
  /** Stands for the strata of an indicator that no stratum of the estate can feed. */
  public static final String EVERYWHERE = "*";

  private static final Comparator<Coordinate> ORDER =
      Comparator.comparing(Coordinate::indicator).thenComparing(Coordinate::stratum);

  @Override
  public int compareTo(Coordinate other) {
    return ORDER.compare(this, other);
  }
}
