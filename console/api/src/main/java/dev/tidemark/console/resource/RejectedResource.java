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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records that could not be used, the newest first; never what they hold. */
final class RejectedResource {
  private static final String NEWEST =
      """
      SELECT r.id, r.connector_id, c.name AS connector, r.stream, r.record_key, r.reason, r.times,
             r.observed_at, r.seen_at, r.kept_at, r.replay_asked_at, r.replayed_at, r.refused_at
        FROM rejected_record r JOIN data_connectors c ON c.id = r.connector_id
       WHERE r.organisation_id = ? AND (r.kept_at, r.id) < (coalesce(?::timestamptz, 'infinity'), ?)
       ORDER BY r.kept_at DESC, r.id DESC LIMIT ?\
      """;

  private record Rejected(
      UUID id,
      UUID connector,
      String connectorName,
      String stream,
      String key,
      String reason,
      long times,
      Instant observedAt,
      Instant seenAt,
      Instant keptAt,
      @Nullable Instant askedAt,
      @Nullable Instant replayedAt,
      @Nullable Instant refusedAt) {
    static Rejected read(Row row) throws SQLException {
      return new Rejected(
          row.uuid("id"),
          row.uuid("connector_id"),
          row.text("connector"),
          row.text("stream"),
          row.text("record_key"),
          row.text("reason"),
          row.bigint("times"),
          row.instant("observed_at"),
          row.instant("seen_at"),
          row.instant("kept_at"),
          row.maybeInstant("replay_asked_at").orElse(null),
          row.maybeInstant("replayed_at").orElse(null),
          row.maybeInstant("refused_at").orElse(null));
    }

    JsonNode body() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("id", id.toString())
          .put("connector", connector.toString())
          .put("connector_name", connectorName)
          .put("stream", stream)
          .put("key", key)
          .put("reason", reason)
          .put("times", times)
          .put("observed_at", observedAt.toString())
          .put("seen_at", seenAt.toString())
          .put("replay_asked_at", Texts.of(askedAt))
          .put("replayed_at", Texts.of(replayedAt))
          .put("refused_at", Texts.of(refusedAt));
    }
  }

  private RejectedResource() {}

  static void add(Doors doors) {
    String path = "/api/organisations/{organisation}/rejected-records";
    doors.member(HandlerType.GET, path, Role.VIEWER, RejectedResource::list);
  }

  private static void list(Call call) {
    Page page = Page.of(call.context(), 2);
    Instant kept = page.after(0, Instant::parse);
    UUID id = page.after(1, UUID::fromString);
    List<Rejected> found =
        call.database()
            .list(NEWEST, Rejected::read, call.organisation().value(), kept, id, page.sought());
    Answer.send(
        call.context(),
        page.answer(
            found, Rejected::body, it -> List.of(it.keptAt().toString(), it.id().toString())));
  }
}
