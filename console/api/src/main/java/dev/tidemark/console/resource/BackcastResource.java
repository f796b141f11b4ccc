// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.live.Maturity;
import dev.tidemark.console.web.Answer;
import dev.tidemark.console.web.Page;
import dev.tidemark.console.web.Parameters;
import dev.tidemark.postgres.database.Row;
import io.javalin.http.HandlerType;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Closes computed afterwards by the model that counts, for days on which it did not count yet. */
final class BackcastResource {
  private static final String CLOSES =
      """
      SELECT s.day, s.model, s.composite, s.score, s.low, s.high, s.coverage, s.level, s.status
        FROM score_daily s
       WHERE s.organisation_id = ? AND s.model = (SELECT id FROM model_version WHERE status = 'active')
         AND s.composite = ANY (%s) AND s.status = 'backcast' AND s.day > ? AND s.day >= ?
       ORDER BY s.day LIMIT ?\
      """
          .formatted(HistoryResource.NAMES);

  private BackcastResource() {}

  static void add(Doors doors) {
    String path = "/api/organisations/{organisation}/score/backcast";
    doors.member(HandlerType.GET, path, Role.VIEWER, BackcastResource::closes);
  }

  private static void closes(Call call) {
    Page page = Page.of(call.context(), 1);
    String composite =
        Optional.ofNullable(call.context().queryParam("composite")).orElse("overall");
    LocalDate since = Parameters.day(call.context(), "since").orElse(LocalDate.EPOCH);
    LocalDate after =
        Optional.ofNullable(page.after(0, LocalDate::parse)).orElse(LocalDate.EPOCH.minusDays(1));
    Object organisation = call.organisation().value();
    List<ObjectNode> found =
        call.database()
            .list(
                CLOSES,
                BackcastResource::close,
                organisation,
                organisation,
                composite,
                composite,
                after,
                since,
                page.sought());
    Answer.send(
        call.context(), page.answer(found, it -> it, it -> List.of(it.path("day").asText())));
  }

  private static ObjectNode close(Row row) throws SQLException {
    return Maturity.interval(row.number("score"), row.number("low"), row.number("high"))
        .put("day", row.date("day").toString())
        .put("model", row.text("model"))
        .put("composite", row.text("composite"))
        .put("coverage", row.number("coverage"))
        .put("level", row.maybeBigint("level").orElse(null))
        .put("status", row.text("status"));
  }
}
