// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import dev.tidemark.console.access.Gate;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.web.Answer;
import dev.tidemark.console.web.Page;
import dev.tidemark.console.web.Parameters;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.postgres.admin.ConnectorEntry;
import dev.tidemark.postgres.admin.Status.ConnectorStatus;
import dev.tidemark.postgres.ledger.PostgresLedger;
import dev.tidemark.spi.ledger.ConnectorSettings;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Objects;

/** Connectors, seen: how reading goes, what is configured, what they connect with. */
record ConnectorResource(Types types) {
  static final String PATH = "/api/data-connectors";
  static final String ONE = PATH + "/{connector}";

  private static final String NAMES =
      """
      SELECT id FROM data_connectors WHERE organisation_id = ? AND name > ? ORDER BY name LIMIT ?\
      """;

  void add(Doors doors) {
    doors.member(HandlerType.GET, PATH, Role.VIEWER, ConnectorResource::list);
    doors.member(HandlerType.GET, ONE, Role.VIEWER, ConnectorResource::show);
    doors.member(HandlerType.GET, ONE + "/settings", Role.EDITOR, this::settings);
  }

  /** The connector a path names, as the caller sees it. */
  static ConnectorEntry found(Call call) {
    return call.administration()
        .connectors()
        .find(id(call))
        .orElseThrow(() -> Gate.missing("connector"));
  }

  static ConnectorId id(Call call) {
    return new ConnectorId(Parameters.id(call.context(), "connector"));
  }

  private static void list(Call call) {
    Page page = Page.of(call.context(), 1);
    String after = Objects.requireNonNullElse(page.after(0, name -> name), "");
    List<ConnectorId> ids =
        call.database()
            .list(
                NAMES,
                row -> new ConnectorId(row.uuid("id")),
                call.organisation().value(),
                after,
                page.sought());
    List<ConnectorStatus> found =
        call.administration().status().connectors(call.organisation(), ids);
    Answer.send(
        call.context(),
        page.answer(found, ConnectorJson::status, status -> List.of(status.name())));
  }

  private static void show(Call call) {
    ConnectorEntry entry = found(call);
    Answer.send(call.context(), ConnectorJson.entry(entry), ConnectorJson.tag(entry));
  }

  private void settings(Call call) {
    var registry = new PostgresLedger(call.database(), call.viewed().access().keyring()).registry();
    ConnectorSettings stored =
        registry
            .settings(id(call), call.purpose("looked at"))
            .orElseThrow(() -> Gate.missing("connector"));
    Answer.send(call.context(), ConnectorJson.settings(stored, types));
  }
}
