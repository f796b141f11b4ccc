// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.web.Answer;
import dev.tidemark.console.web.Parameters;
import dev.tidemark.postgres.database.Row;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.sql.SQLException;
import java.util.List;

/**
 * How much was read of each stream of a connector, by hour or by so many; those without any polling
 * are left out.
 */
final class VolumeResource {
  private static final int USUAL_HOURS = 24;
  private static final int MOST_HOURS = 31 * 24;
  private static final int MOST_STEPS = 72;
  private static final int DAY = 24;

  /** Added up stream by stream: what is sorted is then hours alone, never names. */
  private static final String STEPS =
      """
      WITH asked AS (SELECT ? * interval '1 hour' AS step, ? AS steps)
      SELECT s.name, l.*
        FROM asked, stream s CROSS JOIN LATERAL (
             SELECT date_bin(step, l.hour, 'epoch'::timestamptz) AS hour, sum(l.polls)::bigint AS polls,
                    sum(l.failures)::bigint AS failures, sum(l.pages)::bigint AS pages,
                    sum(l.records)::bigint AS records, sum(l.bytes)::bigint AS bytes, sum(l.calls)::bigint AS calls
               FROM sync_log l
              WHERE l.stream_id = s.id AND l.hour >= date_bin(step, now(), 'epoch'::timestamptz) - (steps - 1) * step
              GROUP BY 1) l
       WHERE s.connector_id = ? ORDER BY s.name, l.hour\
      """;

  private static final List<String> COUNTS =
      List.of("polls", "failures", "pages", "records", "bytes", "calls");

  private VolumeResource() {}

  static void add(Doors doors) {
    String path = ConnectorResource.ONE + "/volumes";
    doors.member(HandlerType.GET, path, Role.VIEWER, VolumeResource::list);
  }

  private static void list(Call call) {
    Context context = call.context();
    int hours = Parameters.number(context, "hours", 1, MOST_HOURS).orElse(USUAL_HOURS);
    int step = Parameters.number(context, "step", 1, DAY).orElse(1);
    int steps = (hours + step - 1) / step;
    if (steps > MOST_STEPS) {
      throw Parameters.wrong("hours", "must be at most %d times step".formatted(MOST_STEPS));
    }
    List<ObjectNode> found =
        call.database()
            .list(STEPS, VolumeResource::hour, step, steps, ConnectorResource.id(call).value());
    Answer.sendAll(context, found);
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
