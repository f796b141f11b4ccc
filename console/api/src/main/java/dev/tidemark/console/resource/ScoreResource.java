// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.web.Answer;
import dev.tidemark.console.web.Page;
import dev.tidemark.console.web.Problem;
import dev.tidemark.console.web.Problem.Kind;
import dev.tidemark.postgres.admin.Scores.Card;
import io.javalin.http.HandlerType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** The score of an organisation now, what it rests on, and what would raise it. */
final class ScoreResource {
  private static final String HERE = "/api/organisations/{organisation}";
  private static final Comparator<JsonNode> BY_PLACE =
      Comparator.<JsonNode, String>comparing(it -> it.path("indicator").asText())
          .thenComparing(it -> it.path("stratum").asText());

  private ScoreResource() {}

  static void add(Doors doors) {
    doors.member(HandlerType.GET, HERE + "/score", Role.VIEWER, ScoreResource::score);
    doors.member(HandlerType.GET, HERE + "/indicators", Role.VIEWER, ScoreResource::indicators);
    doors.member(HandlerType.GET, HERE + "/next-steps", Role.VIEWER, ScoreResource::steps);
  }

  /** The card without its evidence, which is a list of its own. */
  private static void score(Call call) {
    Card card = card(call);
    ObjectNode body = (ObjectNode) Texts.parsed(card.json());
    body.remove("evidence");
    Answer.send(call.context(), body.put("revision", card.revision()));
  }

  private static void indicators(Call call) {
    Page page = Page.of(call.context(), 2);
    JsonNode place = place(page);
    List<JsonNode> found =
        StreamSupport.stream(Texts.parsed(card(call).json()).path("evidence").spliterator(), false)
            .filter(it -> page.after().isEmpty() || BY_PLACE.compare(it, place) > 0)
            .sorted(BY_PLACE)
            .limit(page.sought())
            .toList();
    Answer.send(call.context(), page.answer(found, it -> it, ScoreResource::key));
  }

  private static void steps(Call call) {
    Card card = card(call);
    JsonNode whole = Texts.parsed(card.json());
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("steps", whole.path("next"));
    body.set("connect", whole.path("connect"));
    Answer.send(call.context(), body.put("revision", card.revision()));
  }

  private static JsonNode place(Page page) {
    String indicator = page.after(0, it -> it);
    String stratum = page.after(1, it -> it);
    return JsonNodeFactory.instance
        .objectNode()
        .put("indicator", indicator)
        .put("stratum", stratum);
  }

  private static List<String> key(JsonNode it) {
    return List.of(it.path("indicator").asText(), it.path("stratum").asText());
  }

  private static Card card(Call call) {
    String detail = "There is no score yet: a running job writes the first one within seconds.";
    return call.administration()
        .scores()
        .card(call.organisation())
        .orElseThrow(() -> Problem.of(Kind.NOT_FOUND, detail).thrown());
  }
}
