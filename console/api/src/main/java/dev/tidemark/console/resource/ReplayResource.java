// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.web.Answer;
import dev.tidemark.console.web.Body;
import dev.tidemark.console.web.Fault;
import dev.tidemark.console.web.Problem;
import dev.tidemark.console.web.Problem.Kind;
import dev.tidemark.postgres.admin.DeadLetter;
import dev.tidemark.postgres.admin.DeadLetters.Asked;
import dev.tidemark.postgres.admin.LetterChoice;
import dev.tidemark.postgres.admin.Replayability;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rejected records asked to be read again, each of which counts at most once. */
final class ReplayResource {
  private static final int MOST = 1000;

  private ReplayResource() {}

  /** Those that are meant. */
  record Wanted(@Nullable List<UUID> ids) {}

  static void add(Doors doors) {
    String path = "/api/organisations/{organisation}/rejected-records/replay";
    doors.member(HandlerType.POST, path, Role.EDITOR, ReplayResource::ask);
  }

  private static void ask(Call call) {
    List<UUID> ids = Body.read(call.context(), Wanted.class).ids();
    if (ids == null || ids.isEmpty() || ids.size() > MOST) {
      Fault fault = new Fault("/ids", "must name 1 to " + MOST + " records");
      throw new Problem(Kind.INVALID, "Nothing was asked for.", List.of(fault)).thrown();
    }
    Asked asked =
        call.administration().deadLetters().ask(call.organisation(), LetterChoice.of(ids));
    Answer.send(call.context(), body(asked));
  }

  private static JsonNode body(Asked asked) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("asked", asked.letters().stream().filter(ReplayResource::isAsked).count());
    ArrayNode items = answer.putArray("items");
    asked.letters().forEach(letter -> items.add(item(letter)));
    return answer;
  }

  private static JsonNode item(DeadLetter letter) {
    Replayability replay = letter.replay();
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", letter.id().toString())
        .put("asked", isAsked(letter))
        .put("replay", replay.name().toLowerCase(Locale.ROOT))
        .put("meaning", replay.meaning())
        .put("remedy", replay.remedy());
  }

  private static boolean isAsked(DeadLetter letter) {
    return letter.replay() == Replayability.POSSIBLE;
  }
}
