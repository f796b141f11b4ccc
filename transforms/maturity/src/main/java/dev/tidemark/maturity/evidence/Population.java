// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import dev.tidemark.model.metric.SubjectKind;

/** How many subjects of a kind a stratum has, and how many of them its connectors may see. */
public record Population(String stratum, SubjectKind kind, long visible, long eligible) {
  public Population {
    if (visible < 0 || eligible < 0) {
      throw new IllegalArgumentException(
          "a population of %s cannot be %d of %d".formatted(stratum, visible, eligible));
    }
  }

  /** The share that is visible; of nothing, all is. */
  public double visibleShare() {
    return eligible == 0 ? 1 : Math.min(1, (double) visible / eligible);
  }
}
