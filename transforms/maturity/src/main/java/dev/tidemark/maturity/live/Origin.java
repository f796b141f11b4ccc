// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.score.Baseline;
import dev.tidemark.maturity.score.Scoring;
import dev.tidemark.maturity.score.Snapshot;

/**
 * The close a score is explained from: the one before it of the same series, or at a cut-over the
 * last one of the model before.
 *
 * @param close as it was published
 * @param scoring the model it was published under
 * @param state what was known then, as that model sees it
 * @param recast the same, as the model sees it that is explained
 */
record Origin(Close close, Scoring scoring, Snapshot state, Snapshot recast) {
  /** A close of the same series. */
  static Origin within(Close close, Scoring scoring) {
    Snapshot snapshot = close.snapshot();
    return new Origin(close, scoring, snapshot, snapshot);
  }

  Baseline baseline(Close.Published published) {
    return new Baseline(published.score(), scoring, state);
  }
}
