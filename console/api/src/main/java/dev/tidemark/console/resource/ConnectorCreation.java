// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import dev.tidemark.console.access.Role;
import dev.tidemark.console.resource.ConnectorReader.Read;
import dev.tidemark.console.web.Answer;
import dev.tidemark.console.web.Body;
import dev.tidemark.console.web.Fault;
import dev.tidemark.console.web.Problem;
import dev.tidemark.console.web.Problem.Kind;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.postgres.admin.ConnectorEntry;
import dev.tidemark.postgres.admin.ConnectorPlan;
import dev.tidemark.postgres.admin.Connectors;
import dev.tidemark.postgres.admin.NewConnector;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.options.Secret;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Connectors, made: once, however often the request with the same key comes. */
record ConnectorCreation(Types types, Claims claims) {
  private static final String MADE_BEFORE =
      "SELECT EXISTS (SELECT FROM connector_access_audit WHERE connector_id = ? AND action ="
          + " 'CREATE') AS made";

  void add(Doors doors) {
    doors.member(HandlerType.POST, ConnectorResource.PATH, Role.EDITOR, this::create);
  }

  private void create(Call call) {
    byte[] sent = Body.bytes(call.context());
    ConnectorBody body = Body.read(call.context(), sent, ConnectorBody.class);
    NewConnector wanted = wanted(call, body);
    ConnectorId id = new ConnectorId(claims.made(call.context(), call.person(), sent));
    Connectors connectors = call.administration().connectors();
    ConnectorEntry made = connectors.find(id).orElseGet(() -> made(call, connectors, id, wanted));
    call.context()
        .status(HttpStatus.CREATED)
        .header("Location", ConnectorResource.PATH + "/" + made.id());
    Answer.send(call.context(), ConnectorJson.entry(made), ConnectorJson.tag(made));
  }

  private static ConnectorEntry made(
      Call call, Connectors connectors, ConnectorId id, NewConnector wanted) {
    if (wasMade(call, id)) {
      throw Problem.of(Kind.GONE, "It was made by this request and deleted since.").thrown();
    }
    try {
      connectors.add(id, wanted, call.purpose("create"));
    } catch (IllegalArgumentException taken) {
      return connectors.find(id).orElseThrow(() -> conflict(taken));
    }
    return connectors.find(id).orElseThrow();
  }

  private static RuntimeException conflict(IllegalArgumentException taken) {
    return Problem.of(Kind.CONFLICT, String.valueOf(taken.getMessage())).thrown();
  }

  private static boolean wasMade(Call call, ConnectorId id) {
    return call.database().list(MADE_BEFORE, row -> row.flag("made"), id.value()).get(0);
  }

  private NewConnector wanted(Call call, ConnectorBody body) {
    ConnectorType type = type(body);
    Read read = ConnectorReader.read(type, body);
    ConnectorPlan plan = read.plan();
    Secret settings = Objects.requireNonNull(read.settings(), "settings");
    return new NewConnector(
        call.organisation(),
        type.description().type(),
        plan.name(),
        settings,
        plan.streams(),
        plan.intervals(),
        plan.budget());
  }

  private ConnectorType type(ConnectorBody body) {
    Optional<ConnectorType> type = Optional.ofNullable(body.type()).flatMap(types::find);
    if (type.isEmpty()) {
      throw lacking("/type", "must be one of " + types.names());
    }
    if (body.settings() == null) {
      throw lacking("/settings", "must be given; see /api/connector-types/" + body.type());
    }
    return type.get();
  }

  private static RuntimeException lacking(String pointer, String remedy) {
    List<Fault> faults = List.of(new Fault(pointer, remedy));
    return new Problem(Kind.INVALID, "Nothing was made.", faults).thrown();
  }
}
