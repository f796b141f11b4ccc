// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.maturity.card.ScoreJson;
import dev.tidemark.maturity.model.Composite;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.score.Change;
import dev.tidemark.maturity.score.Explanation;
import dev.tidemark.maturity.score.Levels;
import dev.tidemark.maturity.score.Score;
import dev.tidemark.maturity.score.Scoring;
import dev.tidemark.maturity.score.Snapshot;
import java.util.List;

/** Writes scored states as JSON. */
final class StatesJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final MaturityModel model;
  private final Scoring scoring;
  private final Composite composite;

  StatesJson(MaturityModel model) {
    this.model = model;
    this.scoring = new Scoring(model);
    this.composite = model.overall();
  }

  String write(List<OfflineState> states) {
    ObjectNode root = MAPPER.createObjectNode().put("model", model.reference());
    ArrayNode list = root.putArray("states");
    for (int index = 0; index < states.size(); index++) {
      ObjectNode node = list.addObject();
      state(node, states.get(index));
      if (index > 0) {
        change(node, states.get(index - 1).snapshot(), states.get(index).snapshot());
      }
    }
    return print(root);
  }

  private void state(ObjectNode node, OfflineState state) {
    Score score = scoring.score(composite, state.snapshot());
    node.put("as_of", state.asOf().toString());
    ScoreJson.write(node, score, new Levels(model.levels(), score, state.snapshot()).candidate());
  }

  private void change(ObjectNode node, Snapshot first, Snapshot last) {
    Change change = Explanation.between(scoring, composite, first, last);
    ScoreJson.write(node, change);
  }

  private static String print(ObjectNode root) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers and texts always prints", e);
    }
  }
}
