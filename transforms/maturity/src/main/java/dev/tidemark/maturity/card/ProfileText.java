// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The profile of dimensions as bars: {@code #} up to the lower bound, {@code +} to the value,
 * {@code .} to the upper.
 */
final class ProfileText {
  private static final int WIDTH = 25;
  private static final double SCALE = 5;

  private final JsonNode card;
  private final Style style;

  ProfileText(JsonNode card, Style style) {
    this.card = card;
    this.style = style;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (JsonNode dimension : card.path("profile")) {
      lines.add(line(dimension));
    }
    return lines;
  }

  private String line(JsonNode dimension) {
    return Phrases.format(
        "  %-4s %s  %.2f [%.2f - %.2f]  %s",
        dimension.path("dimension").asText(),
        bar(dimension),
        dimension.path("maturity").asDouble(),
        dimension.path("low").asDouble(),
        dimension.path("high").asDouble(),
        style.quiet(dimension.path("title").asText()));
  }

  private static String bar(JsonNode dimension) {
    int low = position(dimension, "low");
    int value = Math.max(low, position(dimension, "maturity"));
    int high = Math.max(value, position(dimension, "high"));
    return "#".repeat(low)
        + "+".repeat(value - low)
        + ".".repeat(high - value)
        + " ".repeat(WIDTH - high);
  }

  private static int position(JsonNode dimension, String field) {
    long position = Math.round(dimension.path(field).asDouble() / SCALE * WIDTH);
    return (int) Math.min(WIDTH, Math.max(0, position));
  }
}
