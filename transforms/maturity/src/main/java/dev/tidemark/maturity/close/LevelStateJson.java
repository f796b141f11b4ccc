// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.close;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.maturity.score.LevelState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The state of a level as JSON; what is empty is left out. */
final class LevelStateJson {
  private LevelStateJson() {}

  static void write(ObjectNode node, LevelState state) {
    state.level().ifPresent(level -> node.put("level", level));
    node.put("status", state.status().name());
    state.since().ifPresent(since -> node.put("since", since.toString()));
    state.cause().ifPresent(cause -> node.put("cause", cause.name()));
    ArrayNode streaks = node.putArray("streaks");
    state.streaks().forEach(streaks::add);
    node.put("falling", state.falling()).put("returning", state.returning());
    state.provisionalSince().ifPresent(since -> node.put("provisional_since", since.toString()));
    write(node.putObject("taken"), state.taken());
    write(node.putObject("firm"), state.firm());
    state.lastClose().ifPresent(day -> node.put("last_close", day.toString()));
  }

  static LevelState read(JsonNode node) {
    List<Integer> streaks = new ArrayList<>();
    node.get("streaks").forEach(streak -> streaks.add(streak.asInt()));
    return new LevelState(
        node.has("level") ? OptionalInt.of(node.get("level").asInt()) : OptionalInt.empty(),
        LevelState.Status.valueOf(node.get("status").asText()),
        day(node, "since"),
        text(node, "cause").map(LevelState.Cause::valueOf),
        streaks,
        node.get("falling").asInt(),
        node.get("returning").asInt(),
        day(node, "provisional_since"),
        mark(node.get("taken")),
        mark(node.get("firm")),
        day(node, "last_close"));
  }

  private static void write(ObjectNode node, LevelState.Mark mark) {
    node.put("maturity", mark.maturity())
        .put("performance", mark.performance())
        .put("coverage", mark.coverage());
  }

  private static LevelState.Mark mark(JsonNode node) {
    return new LevelState.Mark(
        node.get("maturity").asDouble(),
        node.get("performance").asDouble(),
        node.get("coverage").asDouble());
  }

  private static Optional<LocalDate> day(JsonNode node, String field) {
    return text(node, field).map(LocalDate::parse);
  }

  private static Optional<String> text(JsonNode node, String field) {
    return node.has(field) ? Optional.of(node.get(field).asText()) : Optional.empty();
  }
}
