// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.web.Answer;
import dev.tidemark.console.web.Page;
import dev.tidemark.postgres.database.Row;
import io.javalin.http.HandlerType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who read or changed what connectors connect with, when and why, the newest first. */
final class AuditResource {
  private static final String NEWEST =
      """
      SELECT a.id, a.at, a.connector_id, c.name AS connector, a.actor, a.action, a.purpose
        FROM connector_access_audit a LEFT JOIN data_connectors c ON c.id = a.connector_id
       WHERE a.organisation_id = ? AND a.id < ?
       ORDER BY a.id DESC LIMIT ?\
      """;

  private record Deed(
      long id,
      Instant at,
      UUID connector,
      @Nullable String connectorName,
      String actor,
      String action,
      String purpose) {
    static Deed read(Row row) throws SQLException {
      return new Deed(
          row.bigint("id"),
          row.instant("at"),
          row.uuid("connector_id"),
          row.maybeText("connector").orElse(null),
          row.text("actor"),
          row.text("action"),
          row.text("purpose"));
    }

    JsonNode body() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("at", at.toString())
          .put("connector", connector.toString())
          .put("connector_name", connectorName)
          .put("actor", actor)
          .put("action", action)
          .put("purpose", purpose);
    }
  }

  private AuditResource() {}

  static void add(Doors doors) {
    String path = "/api/organisations/{organisation}/audit";
    doors.member(HandlerType.GET, path, Role.ADMINISTRATOR, AuditResource::list);
  }

  private static void list(Call call) {
    Page page = Page.of(call.context(), 1);
    long before = Optional.ofNullable(page.after(0, Long::valueOf)).orElse(Long.MAX_VALUE);
    List<Deed> found =
        call.database()
            .list(NEWEST, Deed::read, call.organisation().value(), before, page.sought());
    Answer.send(
        call.context(), page.answer(found, Deed::body, deed -> List.of(String.valueOf(deed.id()))));
  }
}
