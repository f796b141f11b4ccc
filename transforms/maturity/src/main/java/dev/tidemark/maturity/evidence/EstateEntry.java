// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

/**
 * A platform account that counts as part of the estate, connected or not, with its materiality
 * relative to the others.
 */
public record EstateEntry(String stratum, double materiality) {
  public EstateEntry {
    if (!(materiality > 0 && Double.isFinite(materiality))) {
      throw new IllegalArgumentException(
          "the materiality of " + stratum + " must be positive, not " + materiality);
    }
  }
}
