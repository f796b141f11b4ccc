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
import dev.tidemark.model.stream.Volume;
import dev.tidemark.postgres.admin.Status.StreamPart;
import dev.tidemark.postgres.admin.Status.StreamStatus;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The streams of an organisation: how far each is complete, and what is wrong with it. */
final class StreamResource {
  private static final int USUAL = 50;
  private static final int MOST_PLATFORMS = 50;

  /** Before every connector. */
  private static final UUID FIRST = new UUID(0, 0);

  private StreamResource() {}

  static void add(Doors doors) {
    String path = "/api/organisations/{organisation}/streams";
    doors.member(HandlerType.GET, path, Role.VIEWER, StreamResource::list);
  }

  private static void list(Call call) {
    Page page = Page.of(call.context(), 2, USUAL);
    List<String> strata = Parameters.texts(call.context(), "stratum", MOST_PLATFORMS);
    List<StreamStatus> found =
        Parameters.optionalId(call.context(), "connector")
            .map(one -> ofConnector(call, page, strata, new ConnectorId(one)))
            .orElseGet(() -> ofAll(call, page, strata));
    Answer.send(call.context(), page.answer(found, StreamResource::body, StreamResource::key));
  }

  /** Few, and with what was read of them in a day. */
  private static List<StreamStatus> ofConnector(
      Call call, Page page, List<String> strata, ConnectorId one) {
    String after = name(page);
    return call.administration().status().streams(call.organisation(), one).stream()
        .filter(it -> strata.isEmpty() || strata.contains(it.stratum()))
        .filter(it -> it.name().compareTo(after) > 0)
        .limit(page.sought())
        .toList();
  }

  private static List<StreamStatus> ofAll(Call call, Page page, List<String> strata) {
    UUID connector = Objects.requireNonNullElse(page.after(0, UUID::fromString), FIRST);
    StreamPart part = new StreamPart(new ConnectorId(connector), name(page), strata, page.sought());
    return call.administration().status().streams(call.organisation(), part);
  }

  private static String name(Page page) {
    return Objects.requireNonNullElse(page.after(1, it -> it), "");
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
    node.set("day", day(status.day()));
    return node;
  }

  private static JsonNode day(@Nullable Volume day) {
    return day == null
        ? JsonNodeFactory.instance.nullNode()
        : JsonNodeFactory.instance
            .objectNode()
            .put("pages", day.pages())
            .put("records", day.records())
            .put("bytes", day.bytes())
            .put("calls", day.calls());
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
