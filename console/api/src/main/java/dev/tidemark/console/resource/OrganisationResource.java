// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tidemark.console.access.Roles;
import dev.tidemark.console.access.Roles.Membership;
import dev.tidemark.console.access.SignedIn;
import dev.tidemark.console.web.Answer;
import dev.tidemark.console.web.Page;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;

/** The organisations somebody sees, by name, with what they are there. */
record OrganisationResource(Roles roles) {
  void add(Doors doors) {
    doors.person(HandlerType.GET, "/api/organisations", this::list);
  }

  private void list(Context context, SignedIn signedIn) {
    Page page = Page.of(context, 1);
    List<Membership> found =
        roles.of(signedIn.person(), page.after(0, name -> name), page.sought());
    Answer.send(
        context,
        page.answer(found, OrganisationResource::body, membership -> List.of(membership.name())));
  }

  private static JsonNode body(Membership membership) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", membership.organisation().toString())
        .put("name", membership.name())
        .put("role", membership.role().word());
  }
}
