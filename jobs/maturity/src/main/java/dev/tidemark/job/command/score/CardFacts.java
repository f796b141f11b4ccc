// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.job.command.Output;
import java.util.List;

/** A card as JSON in the order people read it: the database keeps the fields, not their order. */
final class CardFacts {
  private static final List<String> FIRST =
      List.of(
          "organisation",
          "model",
          "as_of",
          "provisional",
          "provisional_until",
          "score",
          "maturity",
          "low",
          "high",
          "coverage",
          "level",
          "level_state",
          "method_band",
          "dimensions",
          "composites",
          "indicators",
          "since",
          "delta",
          "subtotals",
          "attribution",
          "next",
          "connect");

  private CardFacts() {}

  static ObjectNode of(String card) {
    try {
      ObjectNode kept = (ObjectNode) Output.JSON.readTree(card);
      ObjectNode ordered = Output.JSON.createObjectNode();
      FIRST.stream().filter(kept::has).forEach(name -> ordered.set(name, kept.get(name)));
      kept.properties().stream()
          .filter(field -> !ordered.has(field.getKey()))
          .forEach(field -> ordered.set(field.getKey(), field.getValue()));
      return ordered;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("cards are kept as JSON", impossible);
    }
  }
}
