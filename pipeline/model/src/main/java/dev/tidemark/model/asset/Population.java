// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.asset;

import dev.tidemark.model.Stratum;
import java.util.Objects;

/**
 * How much of what exists a stream can see; feeds the evidence factor e.
 *
 * @param kind kind of subject counted, such as {@code table}
 * @param visible how many it sees
 * @param eligible how many there are as far as it can tell, at least {@code visible}
 */
public record Population(Stratum stratum, String kind, long visible, long eligible) {
  public Population {
    Objects.requireNonNull(stratum, "stratum");
    Objects.requireNonNull(kind, "kind");
    if (visible < 0 || eligible < visible) {
      throw new IllegalArgumentException(
          "visible " + visible + " must lie between 0 and eligible " + eligible);
    }
  }
}
