// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.web.Answer;
import dev.tidemark.postgres.database.Row;
import io.javalin.http.HandlerType;
import java.sql.SQLException;

/** On which days accounts were connected: what makes a score move that nobody changed. */
final class ConnectionResource {
  private static final String DAYS =
      """
      SELECT (begin AT TIME ZONE 'UTC')::date AS day, accounts, first
        FROM (SELECT date_bin('1 day', created_at, 'epoch') AS begin, count(*) AS accounts, min(name COLLATE "C") AS first
                FROM data_connectors WHERE organisation_id = ? GROUP BY begin) days
       ORDER BY day\
      """;

  private ConnectionResource() {}

  static void add(Doors doors) {
    String path = "/api/organisations/{organisation}/connections";
    doors.member(HandlerType.GET, path, Role.VIEWER, ConnectionResource::days);
  }

  private static void days(Call call) {
    Answer.sendAll(
        call.context(),
        call.database().list(DAYS, ConnectionResource::day, call.organisation().value()));
  }

  private static ObjectNode day(Row row) throws SQLException {
    return JsonNodeFactory.instance
        .objectNode()
        .put("day", row.date("day").toString())
        .put("accounts", row.bigint("accounts"))
        .put("first", row.text("first"));
  }
}
