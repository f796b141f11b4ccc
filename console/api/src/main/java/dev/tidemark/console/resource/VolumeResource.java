// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.web.Answer;
import dev.tidemark.console.web.Parameters;
import dev.tidemark.postgres.database.Row;
import io.javalin.http.HandlerType;
import java.sql.SQLException;
import java.util.List;

/**
 * How much was read of each stream of a connector, by hour; hours without any polling are left out.
 */
final class VolumeResource {
  private static final int USUAL_HOURS = 24;
  private static final int MOST_HOURS = 31 * 24;

  private static final String HOURS =
      """
      SELECT s.name, l.hour, l.polls, l.failures, l.pages, l.records, l.bytes, l.calls
        FROM stream s JOIN sync_log l ON l.stream_id = s.id
       WHERE s.connector_id = ? AND l.hour > date_trunc('hour', now(), 'UTC') - ? * interval '1 hour'
       ORDER BY s.name, l.hour\
      """;

  private static final List<String> COUNTS =
      List.of("polls", "failures", "pages", "records", "bytes", "calls");

  private VolumeResource() {}

  static void add(Doors doors) {
    String path = ConnectorResource.ONE + "/volumes";
    doors.member(HandlerType.GET, path, Role.VIEWER, VolumeResource::list);
  }

  private static void list(Call call) {
    int hours = Parameters.number(call.context(), "hours", 1, MOST_HOURS).orElse(USUAL_HOURS);
    List<ObjectNode> found =
        call.database()
            .list(HOURS, VolumeResource::hour, ConnectorResource.id(call).value(), hours);
    Answer.sendAll(call.context(), found);
  }

  private static ObjectNode hour(Row row) throws SQLException {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("stream", row.text("name"))
            .put("hour", row.instant("hour").toString());
    for (String count : COUNTS) {
      node.put(count, row.bigint(count));
    }
    return node;
  }
}
