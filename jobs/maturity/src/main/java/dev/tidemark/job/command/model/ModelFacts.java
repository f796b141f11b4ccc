// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.Table;
import dev.tidemark.maturity.model.Dimension;
import dev.tidemark.maturity.model.IndicatorStatus;
import dev.tidemark.maturity.model.MaturityModel;
import java.util.List;
import java.util.stream.Stream;

/** What a model consists of, for people and programs. */
final class ModelFacts {
  private ModelFacts() {}

  static ObjectNode of(MaturityModel model) {
    ObjectNode facts =
        Output.JSON
            .createObjectNode()
            .put("id", model.reference())
            .put("version", model.version())
            .put("sha256", model.digest())
            .put("prior", model.prior())
            .put("outer_power", model.outerPower())
            .put("indicators", model.indicators().size())
            .put("previews", previews(model));
    ArrayNode dimensions = facts.putArray("dimensions");
    for (Dimension it : model.dimensions().values()) {
      dimensions
          .addObject()
          .put("id", it.id())
          .put("title", it.title())
          .put("weight", it.weight())
          .put("indicators", model.indicatorsOf(it.id()).size());
    }
    ArrayNode composites = facts.putArray("composites");
    model.composites().keySet().forEach(composites::add);
    return facts;
  }

  static Stream<String> lines(MaturityModel model) {
    Table table = Table.of("DIMENSION", "WEIGHT", "INDICATORS", "TITLE");
    for (Dimension it : model.dimensions().values()) {
      table.row(it.id(), it.weight(), model.indicatorsOf(it.id()).size(), it.title());
    }
    List<String> head =
        List.of(
            "prior          " + model.prior(),
            "outer power    " + model.outerPower(),
            "indicators     " + model.indicators().size() + ", previews " + previews(model),
            "composites     " + String.join(", ", model.composites().keySet()),
            "");
    return Stream.concat(head.stream(), table.lines());
  }

  private static long previews(MaturityModel model) {
    return model.indicators().values().stream()
        .filter(it -> it.status() == IndicatorStatus.PREVIEW)
        .count();
  }
}
