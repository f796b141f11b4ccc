// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.model.score.ScoreUpdate.Composite;

/** What listeners on the channel {@code tidemark_score} hear of a change, as JSON. */
final class ScoreNews {
  private static final String OVERALL = "overall";
  private static final double LEVELS = 5;

  private ScoreNews() {}

  static String of(ScoreUpdate update) {
    ObjectNode news =
        JsonNodeFactory.instance
            .objectNode()
            .put("organisation", update.organisation().toString())
            .put("model", update.model())
            .put("revision", update.revision());
    update.composites().stream()
        .filter(composite -> composite.name().equalsIgnoreCase(OVERALL))
        .mapToDouble(Composite::score)
        .findFirst()
        .ifPresent(score -> news.put("M", LEVELS * score));
    return news.put("asOf", update.asOf().toString()).toString();
  }
}
