// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.live.Maturity;
import dev.tidemark.console.web.Answer;
import dev.tidemark.console.web.Parameters;
import dev.tidemark.postgres.database.Row;
import io.javalin.http.HandlerType;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What performance alone moved the score, added up from close to close: what was seen for the first
 * time, got old or counts otherwise is not in it.
 */
final class PerformanceResource {
  private static final String SUMS =
      """
      SELECT day, sum(sum(contribution)) OVER (ORDER BY day) AS performance
        FROM published_term t
        JOIN score_attribution a ON a.organisation_id = t.organisation_id AND a.model = t.model
                                AND a.day > t.after AND a.day <= t.through AND a.day <> ALL (t.computed_afterwards)
       WHERE t.organisation_id = ? AND a.composite = ANY (%s) AND reason = 'PERFORMANCE' AND day >= ?
       GROUP BY day ORDER BY day\
      """
          .formatted(HistoryResource.NAMES);

  private PerformanceResource() {}

  static void add(Doors doors) {
    String path = "/api/organisations/{organisation}/score/performance";
    doors.member(HandlerType.GET, path, Role.VIEWER, PerformanceResource::days);
  }

  private static void days(Call call) {
    LocalDate since = Parameters.day(call.context(), "since").orElse(LocalDate.EPOCH);
    UUID owner = call.organisation().value();
    String named = HistoryResource.composite(call);
    List<ObjectNode> found =
        call.database().list(SUMS, PerformanceResource::day, owner, owner, named, named, since);
    Answer.sendAll(call.context(), found);
  }

  private static ObjectNode day(Row row) throws SQLException {
    return JsonNodeFactory.instance
        .objectNode()
        .put("day", row.date("day").toString())
        .put("performance", Maturity.of(row.number("performance")));
  }
}
