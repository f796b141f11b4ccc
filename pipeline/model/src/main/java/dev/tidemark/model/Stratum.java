// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model;

/**
 * One platform account of an organisation's estate, the unit over which evidence is weighted. It is
 * the authority part of its assets' URNs, for example {@code postgres://db.example.com:5432}.
 */
public record Stratum(String urn) implements Comparable<Stratum> {
  public Stratum {
    if (urn.isBlank()) {
      throw new IllegalArgumentException("a stratum needs a URN");
    }
  }

  @Override
  public int compareTo(Stratum other) {
    return urn.compareTo(other.urn);
  }

  @Override
  public String toString() {
    return urn;
  }
}
