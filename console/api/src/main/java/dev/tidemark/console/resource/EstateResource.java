// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.web.Answer;
import dev.tidemark.console.web.Page;
import dev.tidemark.postgres.admin.EstateRegister;
import dev.tidemark.postgres.admin.EstateRegister.Entry;
import dev.tidemark.postgres.admin.EstateRegister.ReadPlatform;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The platforms of an organisation: what is read of each, and what is declared of it. */
final class EstateResource {
  private record Platform(String stratum, @Nullable ReadPlatform read, @Nullable Entry declared) {
    JsonNode body() {
      ObjectNode node = JsonNodeFactory.instance.objectNode().put("stratum", stratum);
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

  private EstateResource() {}

  static void add(Doors doors) {
    String path = "/api/organisations/{organisation}/estate";
    doors.member(HandlerType.GET, path, Role.VIEWER, EstateResource::list);
  }

  private static void list(Call call) {
    Page page = Page.of(call.context(), 1);
    String after = Optional.ofNullable(page.after(0, it -> it)).orElse("");
    List<Platform> found =
        platforms(call).stream()
            .filter(platform -> platform.stratum().compareTo(after) > 0)
            .limit(page.sought())
            .toList();
    Answer.send(
        call.context(),
        page.answer(found, Platform::body, platform -> List.of(platform.stratum())));
  }

  private static List<Platform> platforms(Call call) {
    EstateRegister register = call.administration().register();
    Map<String, ReadPlatform> read =
        register.read(call.organisation()).stream()
            .collect(Collectors.toMap(it -> it.stratum().urn(), Function.identity()));
    Map<String, Entry> declared = new TreeMap<>();
    register.history(call.organisation()).stream()
        .filter(entry -> entry.until() == null)
        .forEach(entry -> declared.put(entry.declaration().stratum().urn(), entry));
    TreeSet<String> all = new TreeSet<>(read.keySet());
    all.addAll(declared.keySet());
    return all.stream().map(urn -> new Platform(urn, read.get(urn), declared.get(urn))).toList();
  }
}
