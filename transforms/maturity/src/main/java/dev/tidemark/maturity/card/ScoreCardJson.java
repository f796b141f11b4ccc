// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.maturity.score.LevelState;
import dev.tidemark.maturity.score.Levels;
import dev.tidemark.maturity.score.MethodBand;
import dev.tidemark.maturity.score.NextConnection;
import dev.tidemark.maturity.score.NextStep;
import dev.tidemark.maturity.score.Score;
import java.util.Locale;

/**
 * A score card as JSON. It holds everything the text needs, so the text is rendered from it alone.
 */
public final class ScoreCardJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ScoreCard card;
  private final ObjectNode root = MAPPER.createObjectNode();

  private ScoreCardJson(ScoreCard card) {
    this.card = card;
  }

  /** The card, indented, numbers with full double precision. */
  public static String write(ScoreCard card) {
    try {
      return MAPPER
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(new ScoreCardJson(card).root());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers and texts always prints", e);
    }
  }

  private ObjectNode root() {
    root.put("organisation", card.organisation());
    root.put("model", card.model().reference());
    root.put("as_of", card.asOf().toString());
    root.put("provisional", card.provisionalUntil().isPresent());
    root.put("provisional_until", card.provisionalUntil().map(Object::toString).orElse(null));
    published(root, card.overall());
    root.put("performance_index", card.performanceIndex());
    root.put("assumed_shares", card.assumedShares());
    profile();
    ObjectNode composites = root.putObject("composites");
    card.parts().forEach(part -> composite(composites.putObject(part.composite().id()), part));
    period();
    card.next().forEach(step -> step(array("next").addObject(), step));
    card.connect().forEach(connection -> connection(array("connect").addObject(), connection));
    array("next");
    array("connect");
    new EvidenceJson(card.model()).write(root.putArray("evidence"), card.snapshot());
    return root;
  }

  private void profile() {
    ArrayNode profile = root.putArray("profile");
    card.model().dimensions().values().stream()
        .filter(dimension -> card.overall().score().dimensions().containsKey(dimension.id()))
        .forEach(
            dimension -> {
              ObjectNode node =
                  profile
                      .addObject()
                      .put("dimension", dimension.id())
                      .put("title", dimension.title());
              Score score = card.overall().score();
              ScoreJson.estimate(node, score.dimension(dimension.id()));
            });
  }

  private static void composite(ObjectNode node, PublishedScore part) {
    node.put("title", part.composite().title());
    ScoreJson.estimate(node, part.score().overall());
    levelFields(node, part);
  }

  private static void published(ObjectNode node, PublishedScore whole) {
    ScoreJson.write(node, whole.score(), whole.level().level());
    levelFields(node, whole);
  }

  private static void levelFields(ObjectNode node, PublishedScore part) {
    LevelState state = part.level();
    node.put("level", state.level().isPresent() ? Integer.valueOf(state.level().getAsInt()) : null);
    ObjectNode level = node.putObject("level_state");
    level.put(
        "name", state.level().isPresent() ? Levels.name(state.level().getAsInt()) : "Not rated");
    level.put("status", state.status().name());
    level.put("since", state.since().map(Object::toString).orElse(null));
    level.put(
        "cause", state.cause().map(cause -> cause.name().toLowerCase(Locale.ROOT)).orElse(null));
    ArrayNode missing = level.putArray("missing_for_next");
    part.missing().forEach(missing::add);
    part.band().ifPresent(band -> band(node.putObject("method_band"), band));
  }

  private static void band(ObjectNode node, MethodBand band) {
    node.put("low", band.low()).put("median", band.median()).put("high", band.high());
  }

  private void period() {
    card.period()
        .ifPresent(
            period -> {
              root.put("since", period.since().toString());
              ChangeDetail detail =
                  new ChangeDetail(card.model(), period.before(), card.snapshot());
              ScoreJson.write(root, period.change(), detail::of);
            });
  }

  private void step(ObjectNode node, NextStep step) {
    node.put("indicator", step.coordinate().indicator());
    node.put("stratum", step.coordinate().stratum());
    node.put("action", step.action().name().toLowerCase(Locale.ROOT));
    node.put("gain", step.gain());
    node.put("target", step.target());
    node.put("target_raw", step.targetRaw());
    node.put("detail", new StepDetail(card.model(), card.snapshot()).of(step));
  }

  private static void connection(ObjectNode node, NextConnection connection) {
    node.put("stratum", connection.stratum());
    node.put("narrowing", connection.narrowing());
    ArrayNode indicators = node.putArray("indicators");
    connection.indicators().forEach(indicators::add);
  }

  private ArrayNode array(String name) {
    return root.withArrayProperty(name);
  }
}
