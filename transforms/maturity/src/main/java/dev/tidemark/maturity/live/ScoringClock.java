// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import java.io.Serializable;
import java.time.Instant;
import java.time.InstantSource;

/** Tells the as-of time of a scoring; travels with the job. */
@FunctionalInterface
public interface ScoringClock extends InstantSource, Serializable {
  /** The machine's clock. */
  static ScoringClock system() {
    return Instant::now;
  }
}
