// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.card;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.model.metric.Unit;
import java.util.ArrayList;
import java.util.List;

/** What is known of every indicator on every stratum, one line each. */
final class EvidenceText {
  private final JsonNode card;
  private final Style style;

  EvidenceText(JsonNode card, Style style) {
    this.card = card;
    this.style = style;
  }

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        style.strong(
            "indicator state          value                  u     e     g     m     where and"
                + " what"));
    for (JsonNode entry : card.path("evidence")) {
      lines.add(line(entry));
    }
    return String.join("\n", lines);
  }

  private String line(JsonNode entry) {
    return Phrases.format(
        "%-9s %-14s %-22s %s %s %s %s %s %s%s",
        entry.path("indicator").asText(),
        entry.path("state").asText(),
        value(entry),
        number(entry, "u"),
        number(entry, "e"),
        number(entry, "g"),
        number(entry, "m"),
        Places.name(entry.path("stratum").asText()),
        style.quiet(entry.path("label").asText()),
        entry.path("expert_default").asBoolean() ? style.quiet(" (anchors: expert default)") : "");
  }

  private static String value(JsonNode entry) {
    if (entry.path("raw").isNull()) {
      return entry.path("state").asText().equals("UNSUPPORTED") ? "-" : "?";
    }
    String raw = Phrases.value(entry.path("raw").asDouble(), Unit.of(entry.path("unit").asText()));
    return entry.path("denominator").isNull()
        ? raw + " n=" + Phrases.count(entry.path("n").asDouble())
        : raw + counts(entry);
  }

  private static String counts(JsonNode entry) {
    return " ("
        + Phrases.count(entry.path("numerator").asDouble())
        + " of "
        + Phrases.count(entry.path("denominator").asDouble())
        + ")";
  }

  private static String number(JsonNode entry, String field) {
    return entry.path(field).isNull()
        ? "  -  "
        : Phrases.format("%5.3f", entry.path(field).asDouble());
  }
}
