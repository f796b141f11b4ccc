// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.console.access.Gate;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.access.Roles;
import dev.tidemark.console.web.Answer;
import dev.tidemark.console.web.Problem;
import dev.tidemark.console.web.Problem.Kind;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.ModelDecisions.Decision;
import dev.tidemark.postgres.admin.ModelDecisions.Wish;
import dev.tidemark.postgres.admin.Models.Model;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which version of the model counts. It does for every organisation, so nobody decides it who is
 * not administrator of them all.
 *
 * @param owner models belong to no organisation
 */
record ModelChoice(Roles roles, Administration owner) {
  private static final String PATH = "/api/organisations/{organisation}/models/{model}";

  void add(Doors doors) {
    doors.member(HandlerType.GET, PATH, Role.VIEWER, this::told);
    doors.member(HandlerType.POST, PATH + "/activation", Role.ADMINISTRATOR, this::activate);
  }

  private void told(Call call) {
    List<Model> all = owner.models().list();
    answer(call, all);
  }

  private void activate(Call call) {
    if (!roles.isAdministratorEverywhere(call.person())) {
      String detail =
          "A version of the model counts for every organisation: this takes an administrator of"
              + " them all.";
      throw Problem.of(Kind.FORBIDDEN, detail).thrown();
    }
    List<Model> all = owner.models().list();
    Model model = named(call, all);
    Preconditions.require(call, tag(model, all));
    Wish wish = new Wish(model.id(), statuses(all), call.person().name(), call.purpose("activate"));
    if (!owner.decisions().activate(wish)) {
      throw Preconditions.meanwhile();
    }
    answer(call, owner.models().list());
  }

  private void answer(Call call, List<Model> all) {
    Model model = named(call, all);
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", model.id())
            .put("version", model.semver())
            .put("sha256", model.sha256())
            .put("status", model.status())
            .put("registered_at", model.registeredAt().toString())
            .put("changed_at", model.changedAt().toString());
    body.set("decision", decision(owner.decisions().last(model.id()).orElse(null)));
    Answer.send(call.context(), body, tag(model, all));
  }

  private static @Nullable ObjectNode decision(@Nullable Decision last) {
    return last == null
        ? null
        : JsonNodeFactory.instance
            .objectNode()
            .put("actor", last.actor())
            .put("purpose", last.purpose())
            .put("at", last.at().toString());
  }

  private static Model named(Call call, List<Model> all) {
    String id = call.context().pathParam("model");
    return all.stream()
        .filter(model -> model.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Gate.missing("model"));
  }

  /** Moves whenever any version comes to stand otherwise: whoever decides compares them. */
  private static String tag(Model model, List<Model> all) {
    String standing =
        all.stream()
            .map(it -> it.id() + " " + it.status() + " " + it.changedAt())
            .collect(Collectors.joining("\n", model.id() + "\n", ""));
    return Answer.tag(standing);
  }

  private static SortedMap<String, String> statuses(List<Model> all) {
    SortedMap<String, String> statuses = new TreeMap<>();
    all.forEach(model -> statuses.put(model.id(), model.status()));
    return statuses;
  }
}
