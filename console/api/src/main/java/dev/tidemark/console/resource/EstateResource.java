// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.web.Answer;
import dev.tidemark.console.web.Page;
import dev.tidemark.postgres.admin.EstateListing.Platform;
import dev.tidemark.postgres.admin.EstateRegister.Entry;
import dev.tidemark.postgres.admin.EstateRegister.ReadPlatform;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;

/** The platforms of an organisation: what is read of each, and what is declared of it. */
final class EstateResource {
  private EstateResource() {}

  static void add(Doors doors) {
    String path = "/api/organisations/{organisation}/estate";
    doors.member(HandlerType.GET, path, Role.VIEWER, EstateResource::list);
  }

  private static void list(Call call) {
    Page page = Page.of(call.context(), 1);
    String after = Optional.ofNullable(page.after(0, it -> it)).orElse("");
    List<Platform> found =
        call.administration().estate().after(after, call.organisation(), page.sought());
    Answer.send(
        call.context(),
        page.answer(found, EstateResource::body, platform -> List.of(platform.urn())));
  }

  static JsonNode body(Platform platform) {
    ReadPlatform read = platform.read();
    Entry declared = platform.declared();
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("stratum", platform.urn());
    node.set("connectors", Texts.sorted(read == null ? List.of() : read.connectors()));
    node.put("complete_through", read == null ? null : Texts.of(read.completeThrough()));
    node.set("declaration", declared == null ? null : declaration(declared));
    return node;
  }

  private static JsonNode declaration(Entry entry) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("materiality", entry.declaration().materiality())
            .put("retired", entry.declaration().retired())
            .put("since", entry.from().toString())
            .put("reason", entry.reason())
            .put("actor", entry.actor());
    node.set("exempt", Texts.sorted(entry.declaration().notApplicable().keySet()));
    return node;
  }
}
