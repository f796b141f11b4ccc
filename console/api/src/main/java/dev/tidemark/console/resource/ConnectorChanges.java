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
import dev.tidemark.postgres.admin.Connectors;
import dev.tidemark.postgres.admin.StaleVersionException;
import dev.tidemark.spi.ConnectorType;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;

/**
 * Connectors, changed. Every change names the version it was decided on and is refused if somebody
 * else was quicker; a running job follows within seconds.
 */
record ConnectorChanges(Types types) {
  /** Something done to one version of a connector. */
  private interface Deed {
    void to(Connectors connectors, ConnectorId connector, String purpose);
  }

  void add(Doors doors) {
    String one = ConnectorResource.ONE;
    doors.member(HandlerType.PUT, one, Role.EDITOR, this::replace);
    doors.member(HandlerType.DELETE, one, Role.EDITOR, ConnectorChanges::remove);
    doing(doors, "pause", Connectors::pause);
    doing(doors, "resume", Connectors::resume);
    doing(doors, "reset", Connectors::reset);
    doors.member(HandlerType.POST, one + "/sync", Role.EDITOR, ConnectorChanges::sync);
  }

  private static void doing(Doors doors, String verb, Deed deed) {
    String path = ConnectorResource.ONE + "/" + verb;
    doors.member(
        HandlerType.POST,
        path,
        Role.EDITOR,
        call -> {
          change(call, verb, deed);
          answer(call);
        });
  }

  private void replace(Call call) {
    ConnectorBody body = Body.read(call.context(), ConnectorBody.class);
    Read read = ConnectorReader.read(type(call, body), body);
    change(
        call,
        "change",
        (connectors, connector, purpose) ->
            connectors.revise(connector, read.plan(), read.settings(), purpose));
    answer(call);
  }

  /** Needs no tag: whatever is configured now is what is to be read. */
  private static void sync(Call call) {
    ConnectorEntry entry = ConnectorResource.found(call);
    if (!entry.status().equals("ACTIVE")) {
      throw Problem.of(Kind.CONFLICT, "It is paused: resume it first.").thrown();
    }
    call.administration().connectors().sync(entry.id());
    answer(call);
  }

  private static void remove(Call call) {
    change(call, "delete", Connectors::remove);
    call.context().status(HttpStatus.NO_CONTENT);
  }

  private ConnectorType type(Call call, ConnectorBody body) {
    ConnectorEntry entry = ConnectorResource.found(call);
    String type = Optional.ofNullable(body.type()).orElse(entry.type());
    Optional<ConnectorType> known = types.find(entry.type());
    if (known.isEmpty() || !type.equals(entry.type())) {
      Fault fault = new Fault("/type", "must stay " + entry.type() + ", known to this server");
      throw new Problem(Kind.INVALID, "Nothing was changed.", List.of(fault)).thrown();
    }
    return known.get();
  }

  private static void change(Call call, String verb, Deed deed) {
    long version = expected(call);
    String purpose = call.purpose(verb);
    try {
      Connectors connectors = call.administration().connectors().expecting(version);
      deed.to(connectors, ConnectorResource.id(call), purpose);
    } catch (StaleVersionException stale) {
      throw Preconditions.meanwhile();
    } catch (IllegalArgumentException inTheWay) {
      throw Problem.of(Kind.CONFLICT, String.valueOf(inTheWay.getMessage())).thrown();
    }
  }

  private static long expected(Call call) {
    return ConnectorJson.version(Preconditions.seen(call)).orElseThrow(Preconditions::meanwhile);
  }

  private static void answer(Call call) {
    ConnectorEntry entry = ConnectorResource.found(call);
    Answer.send(call.context(), ConnectorJson.entry(entry), ConnectorJson.tag(entry));
  }
}
