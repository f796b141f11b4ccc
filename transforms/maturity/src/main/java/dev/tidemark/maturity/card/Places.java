// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.card;

import dev.tidemark.maturity.score.Coordinate;

/** Strata in text. */
final class Places {
  private Places() {}

  /** The stratum's URN, or words where no stratum is meant. */
  static String name(String stratum) {
    return stratum.equals(Coordinate.EVERYWHERE) ? "a source not connected yet" : stratum;
  }
}
