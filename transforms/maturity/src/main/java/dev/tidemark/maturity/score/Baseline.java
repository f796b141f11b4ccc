// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import dev.tidemark.maturity.model.Composite;
import dev.tidemark.maturity.model.MaturityModel;

/**
 * A published score that a later one is explained from.
 *
 * @param published S as it was published
 * @param scoring the model it was published under
 * @param state what was known of then, as known today and as that model sees it
 */
public record Baseline(double published, Scoring scoring, Snapshot state) {
  /** S of the same state, computed today. */
  double restated(Composite composite) {
    return scoring.score(own(composite), state).overall().value();
  }

  /** The model's own composite of that name; the one over everything where it has none. */
  private Composite own(Composite composite) {
    MaturityModel model = scoring.model();
    return model.composites().getOrDefault(composite.id(), model.overall());
  }
}
