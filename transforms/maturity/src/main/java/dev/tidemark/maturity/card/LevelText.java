// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;

/** A level in words: its number and name, since when and why, and whether it is only held. */
final class LevelText {
  private final JsonNode published;

  LevelText(JsonNode published) {
    this.published = published;
  }

  String text() {
    JsonNode state = published.path("level_state");
    if (published.path("level").isNull() || published.path("level").isMissingNode()) {
      return "not rated";
    }
    StringJoiner notes = new StringJoiner(", ", " (", ")").setEmptyValue("");
    if (!state.path("since").isNull()) {
      notes.add("since " + state.path("since").asText());
      notes.add(state.path("cause").asText());
    }
    if (state.path("status").asText().equals("PROVISIONAL")) {
      notes.add("provisional");
    }
    return "level " + published.path("level").asInt() + " " + state.path("name").asText() + notes;
  }

  /** What keeps the next level from being given, on a line of its own; nothing if nothing does. */
  String missing() {
    StringJoiner missing = new StringJoiner("; ", "\nNext level needs   ", "").setEmptyValue("");
    published
        .path("level_state")
        .path("missing_for_next")
        .forEach(reason -> missing.add(reason.asText()));
    return missing.toString();
  }
}
