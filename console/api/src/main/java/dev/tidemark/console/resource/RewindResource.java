// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tidemark.console.access.Gate;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.web.Answer;
import dev.tidemark.postgres.admin.Rewinding.Held;
import io.javalin.http.HandlerType;
import java.util.Optional;

/** Having one stream read again from its beginning: what that takes away, first seen, then done. */
final class RewindResource {
  private static final String PATH = ConnectorResource.ONE + "/streams/{stream}/rewind";

  private RewindResource() {}

  static void add(Doors doors) {
    doors.member(HandlerType.GET, PATH, Role.EDITOR, RewindResource::rehearse);
    doors.member(HandlerType.POST, PATH, Role.EDITOR, RewindResource::rewind);
  }

  private static void rehearse(Call call) {
    answer(call, call.administration().rewinding().held(ConnectorResource.id(call), stream(call)));
  }

  private static void rewind(Call call) {
    String purpose = call.purpose("rewind " + stream(call));
    answer(
        call,
        call.administration()
            .rewinding()
            .rewind(ConnectorResource.id(call), stream(call), purpose));
  }

  private static void answer(Call call, Optional<Held> held) {
    Answer.send(call.context(), body(held.orElseThrow(() -> Gate.missing("stream"))));
  }

  private static String stream(Call call) {
    return call.context().pathParam("stream");
  }

  private static JsonNode body(Held held) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("complete_through", Texts.of(held.completeThrough()))
        .put("windows", held.windows())
        .put("earliest", Texts.of(held.earliest()))
        .put("facts", held.facts())
        .put("counters", held.counters())
        .put("rejected", held.rejected());
  }
}
