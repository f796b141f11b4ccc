// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.maturity.live.Rehearsal.Effect;
import dev.tidemark.maturity.score.Contribution;
import dev.tidemark.maturity.score.Score;

/** What a change would do to the score, as JSON. */
public final class EffectJson {
  private EffectJson() {}

  /** The score before and after, and the lines between, which add up. */
  public static ObjectNode of(Effect effect) {
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    score(facts.putObject("before"), effect.before());
    score(facts.putObject("after"), effect.after());
    facts.put("delta", effect.change().maturity());
    ArrayNode lines = facts.putArray("lines");
    for (Contribution line : effect.change().lines()) {
      lines
          .addObject()
          .put("indicator", line.coordinate().indicator())
          .put("platform", line.coordinate().stratum())
          .put("reason", line.reason().name())
          .put("maturity", line.maturity());
    }
    return facts;
  }

  private static void score(ObjectNode node, Score score) {
    node.put("maturity", score.maturity())
        .put("low", score.low())
        .put("high", score.high())
        .put("coverage", score.coverage());
  }
}
