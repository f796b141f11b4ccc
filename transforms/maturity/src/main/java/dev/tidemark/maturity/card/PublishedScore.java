// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.card;

import dev.tidemark.maturity.model.Composite;
import dev.tidemark.maturity.score.LevelState;
import dev.tidemark.maturity.score.MethodBand;
import dev.tidemark.maturity.score.Score;
import java.util.List;
import java.util.Optional;

/**
 * One composite as it is published.
 *
 * @param level the level held, sticky
 * @param missing what keeps the next level from holding, in words
 * @param band how far the choice of method matters, once it has been computed
 */
public record PublishedScore(
    Composite composite,
    Score score,
    LevelState level,
    List<String> missing,
    Optional<MethodBand> band) {
  public PublishedScore {
    missing = List.copyOf(missing);
  }
}
