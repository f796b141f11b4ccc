// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.web.Answer;
import dev.tidemark.console.web.Page;
import dev.tidemark.console.web.Parameters;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.postgres.admin.Status.StreamStatus;
import dev.tidemark.postgres.database.Row;
import io.javalin.http.HandlerType;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The streams of an organisation: how far each is complete, and what is wrong with it. */
final class StreamResource {
  /** The page first, from an index, and then all about its streams alone. */
  private static final String KEYS =
      """
      SELECT connector_id, name FROM stream
       WHERE organisation_id = ? AND connector_id BETWEEN ? AND ? AND (connector_id > ? OR name > ?)
       ORDER BY connector_id, name LIMIT ?\
      """;

  /** Each is told with what was read in a day, added up from its hours. */
  private static final int USUAL = 50;

  /** Before every connector. */
  private static final UUID FIRST = new UUID(0, 0);

  /** Behind every connector. */
  private static final UUID LAST = new UUID(-1, -1);

  private record Key(UUID connector, String name) {
    static Key read(Row row) throws SQLException {
      return new Key(row.uuid("connector_id"), row.text("name"));
    }

    static Key of(StreamStatus status) {
      return new Key(status.connector().value(), status.name());
    }
  }

  private StreamResource() {}

  static void add(Doors doors) {
    String path = "/api/organisations/{organisation}/streams";
    doors.member(HandlerType.GET, path, Role.VIEWER, StreamResource::list);
  }

  private static void list(Call call) {
    Page page = Page.of(call.context(), 2, USUAL);
    List<Key> keys = keys(call, page);
    Set<ConnectorId> connectors =
        keys.stream().map(key -> new ConnectorId(key.connector())).collect(Collectors.toSet());
    Map<Key, StreamStatus> all =
        call.administration().status().streams(call.organisation(), connectors).stream()
            .collect(Collectors.toMap(Key::of, Function.identity()));
    List<StreamStatus> found =
        keys.stream().flatMap(key -> Stream.ofNullable(all.get(key))).toList();
    Answer.send(call.context(), page.answer(found, StreamResource::body, StreamResource::key));
  }

  private static List<Key> keys(Call call, Page page) {
    UUID connector = Objects.requireNonNullElse(page.after(0, UUID::fromString), FIRST);
    String name = Objects.requireNonNullElse(page.after(1, it -> it), "");
    Optional<UUID> one = Parameters.optionalId(call.context(), "connector");
    return call.database()
        .list(
            KEYS,
            Key::read,
            call.organisation().value(),
            one.orElse(connector),
            one.orElse(LAST),
            connector,
            name,
            page.sought());
  }

  private static List<String> key(StreamStatus status) {
    return List.of(status.connector().toString(), status.name());
  }

  private static JsonNode body(StreamStatus status) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("connector", status.connector().toString())
            .put("connector_name", status.connectorName())
            .put("name", status.name())
            .put("stratum", status.stratum())
            .put("state", status.state())
            .put("connected_at", status.connectedAt().toString())
            .put("complete_through", Texts.of(status.completeThrough()))
            .put("last_poll", Texts.of(status.lastPoll()))
            .put("committed_at", Texts.of(status.committedAt()))
            .put("next_try", Texts.of(status.nextTry()))
            .put("rests_until", Texts.of(status.pausedUntil()))
            .put("rests_because", status.pauseReason());
    node.set("failure", failure(status));
    node.putObject("day")
        .put("pages", status.day().pages())
        .put("records", status.day().records())
        .put("bytes", status.day().bytes())
        .put("calls", status.day().calls());
    return node;
  }

  private static JsonNode failure(StreamStatus status) {
    return status.failingSince() == null
        ? JsonNodeFactory.instance.nullNode()
        : JsonNodeFactory.instance
            .objectNode()
            .put("since", status.failingSince().toString())
            .put("category", status.category())
            .put("message", status.failure());
  }
}
