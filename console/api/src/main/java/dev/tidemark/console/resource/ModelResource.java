// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.live.Maturity;
import dev.tidemark.console.web.Answer;
import dev.tidemark.postgres.database.Row;
import io.javalin.http.HandlerType;
import java.sql.SQLException;
import java.util.List;

/**
 * The versions of the model, with what each says of an organisation now: what would come of
 * activating one that is scored beside the active one.
 */
final class ModelResource {
  private static final String MODELS =
      """
      SELECT m.id, m.semver, m.sha256, m.status, m.registered_at, m.changed_at,
             s.score, s.low, s.high, s.coverage, s.level, s.as_of, s.revision
        FROM model_version m
        LEFT JOIN score_live s ON s.model = m.id AND s.organisation_id = ? AND lower(s.composite) = 'overall'
       ORDER BY m.registered_at, m.id\
      """;

  private ModelResource() {}

  static void add(Doors doors) {
    String path = "/api/organisations/{organisation}/models";
    doors.member(HandlerType.GET, path, Role.VIEWER, ModelResource::list);
  }

  private static void list(Call call) {
    List<ObjectNode> found =
        call.database().list(MODELS, ModelResource::model, call.organisation().value());
    Answer.sendAll(call.context(), found);
  }

  private static ObjectNode model(Row row) throws SQLException {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", row.text("id"))
            .put("version", row.text("semver"))
            .put("sha256", row.text("sha256"))
            .put("status", row.text("status"))
            .put("registered_at", row.instant("registered_at").toString())
            .put("changed_at", row.instant("changed_at").toString());
    node.set("score", row.maybeNumber("score").isPresent() ? Maturity.score(row) : null);
    return node;
  }
}
