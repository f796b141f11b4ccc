// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A score card as text for a terminal, rendered from its JSON alone; every percentage with the
 * counts behind it.
 */
public final class ScoreCardText {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int STEPS = 3;
  private static final double HIGH = .8;
  private static final double MEDIUM = .6;
  private static final double LOW = .4;

  private final JsonNode card;
  private final Style style;
  private final List<String> lines = new ArrayList<>();

  private ScoreCardText(JsonNode card, Style style) {
    this.card = card;
    this.style = style;
  }

  /**
   * The text of a card, lines separated by line feeds, none at the end.
   *
   * @param json what {@link ScoreCardJson} wrote
   */
  public static String render(String json, Style style) {
    return new ScoreCardText(tree(json), style).text();
  }

  /** The text of a card followed by what is known of every indicator. */
  public static String renderExplained(String json, Style style) {
    JsonNode card = tree(json);
    String missing = new LevelText(card).missing();
    return new ScoreCardText(card, style).text()
        + missing
        + "\n\n"
        + new EvidenceText(card, style).text();
  }

  private String text() {
    header();
    model();
    parts();
    new ProfileText(card, style).lines().forEach(lines::add);
    new ChangeText(card, style).lines().forEach(lines::add);
    next();
    unseen();
    return String.join("\n", lines);
  }

  private void header() {
    String maturity = Phrases.format("observed maturity %.2f", card.path("maturity").asDouble());
    String interval =
        Phrases.format("[%.2f - %.2f]", card.path("low").asDouble(), card.path("high").asDouble());
    lines.add(
        "%s   %s  %s   %s   %s"
            .formatted(
                style.strong(card.path("organisation").asText()),
                style.strong(maturity),
                interval,
                coverage(card.path("coverage").asDouble()),
                new LevelText(card).text()));
  }

  private void model() {
    StringJoiner line = new StringJoiner("   ");
    String provisional =
        card.path("provisional").asBoolean()
            ? " (provisional until " + card.path("provisional_until").asText() + ")"
            : "";
    line.add("model " + card.path("model").asText());
    line.add("as of " + card.path("as_of").asText() + provisional);
    JsonNode band = card.path("method_band");
    if (!band.isMissingNode()) {
      line.add(
          Phrases.format(
              "method band %.2f-%.2f", band.path("low").asDouble(), band.path("high").asDouble()));
    }
    if (card.path("assumed_shares").asBoolean()) {
      line.add("equal shares assumed: no estate is registered");
    }
    lines.add(style.quiet(line.toString()));
  }

  private void parts() {
    StringJoiner line = new StringJoiner("   ");
    for (JsonNode part : card.path("composites")) {
      line.add(
          Phrases.format(
              "%s %.2f [%.2f - %.2f] %s",
              part.path("title").asText(),
              part.path("maturity").asDouble(),
              part.path("low").asDouble(),
              part.path("high").asDouble(),
              new LevelText(part).text()));
    }
    if (line.length() > 0) {
      lines.add(line.toString());
    }
  }

  private void next() {
    StringJoiner line = new StringJoiner("   ");
    int shown = 0;
    for (JsonNode step : card.path("next")) {
      if (shown++ < STEPS) {
        line.add(
            "%s %s %s"
                .formatted(
                    Phrases.signed(step.path("gain").asDouble()),
                    step.path("indicator").asText(),
                    step.path("detail").asText()));
      }
    }
    if (shown > 0) {
      lines.add(style.strong("Next") + "   " + line);
    }
  }

  private void unseen() {
    JsonNode first = card.path("connect").path(0);
    if (!first.isMissingNode()) {
      lines.add(
          Phrases.format(
              "Unseen   %d indicators of %s; seeing them would narrow the interval by %.2f",
              first.path("indicators").size(),
              Places.name(first.path("stratum").asText()),
              first.path("narrowing").asDouble()));
    }
  }

  private static String coverage(double share) {
    String label =
        share >= HIGH ? "High" : share >= MEDIUM ? "Medium" : share >= LOW ? "Low" : "NR";
    return Phrases.format("coverage %.0f%% (%s)", 100 * share, label);
  }

  private static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("this is no score card: " + e.getOriginalMessage(), e);
    }
  }
}
