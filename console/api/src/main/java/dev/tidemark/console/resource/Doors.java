// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import dev.tidemark.console.access.Gate;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.access.Roles;
import dev.tidemark.console.access.Roles.Membership;
import dev.tidemark.console.access.SignedIn;
import dev.tidemark.console.resource.Call.Viewed;
import dev.tidemark.console.web.Parameters;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.database.Viewpoint;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Routes by who may take them. A route is added through one of these methods and no other way, so
 * none can be forgotten: whoever adds one says who may.
 */
public final class Doors {
  private final Gate gate;
  private final Roles roles;
  private final Viewed owner;
  private final UnaryOperator<Handler> admission;
  private final List<Route> routes;

  /** What somebody who is signed in gets. */
  interface ForPerson {
    void answer(Context context, SignedIn signedIn) throws Exception;
  }

  /** What a member of an organisation gets. */
  interface ForMember {
    void answer(Call call) throws Exception;
  }

  Doors(Gate gate, Roles roles, Viewed owner) {
    this(gate, roles, owner, Turns.ofThisMachine()::inTurn, new ArrayList<>());
  }

  private Doors(
      Gate gate, Roles roles, Viewed owner, UnaryOperator<Handler> admission, List<Route> routes) {
    this.gate = gate;
    this.roles = roles;
    this.owner = owner;
    this.admission = admission;
    this.routes = routes;
  }

  /**
   * The same for what may take long and is bounded elsewhere: it waits for no turn and has none.
   */
  Doors patient() {
    return new Doors(gate, roles, owner, UnaryOperator.identity(), routes);
  }

  List<Route> routes() {
    return List.copyOf(routes);
  }

  /** For everybody. */
  void open(HandlerType method, String path, Handler handler) {
    routes.add(new Route(method, path, admission.apply(handler)));
  }

  /** For whoever is signed in. */
  void person(HandlerType method, String path, ForPerson handler) {
    open(method, path, context -> handler.answer(context, gate.signedIn(context)));
  }

  /**
   * For whoever has this role, or one that covers it, in the organisation that the path or the
   * query names, or whose connector the path names.
   */
  void member(HandlerType method, String path, Role needed, ForMember handler) {
    String what = path.contains("{connector}") ? "connector" : "organisation";
    person(
        method,
        path,
        (context, signedIn) -> {
          OrganisationId organisation = organisation(context, path);
          Membership found = gate.member(signedIn.person(), organisation, needed, what);
          handler.answer(call(context, signedIn, found));
        });
  }

  private OrganisationId organisation(Context context, String path) {
    if (path.contains("{connector}")) {
      ConnectorId connector = new ConnectorId(Parameters.id(context, "connector"));
      return roles.owner(connector).orElseThrow(() -> Gate.missing("connector"));
    }
    return new OrganisationId(
        path.contains("{organisation}")
            ? Parameters.id(context, "organisation")
            : Parameters.requiredId(context, "organisation"));
  }

  private Call call(Context context, SignedIn signedIn, Membership found) {
    Viewpoint viewpoint =
        new Viewpoint(found.organisation(), found.role().part(), signedIn.person().name());
    return new Call(context, signedIn.person(), found, owner.as(viewpoint));
  }
}
