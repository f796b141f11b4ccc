// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.azure.World.Kind;
import dev.tidemark.testkit.fake.Answer;
import dev.tidemark.testkit.fake.FakeServer;
import dev.tidemark.testkit.fake.PageTokens;
import dev.tidemark.testkit.fake.Request;
import dev.tidemark.testkit.fake.Slice;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** The search of Purview's data map, by types of entity. */
final class MapService {
  private final World world;
  private final Runnable refresh;
  private final PageTokens tokens;

  MapService(World world, Runnable refresh, InstantSource clock) {
    this.world = world;
    this.refresh = refresh;
    this.tokens = new PageTokens(clock, Duration.ofHours(1));
  }

  void serve(FakeServer server) {
    server.route("POST", "/datamap/api/search/query", this::query);
  }

  private Answer query(Request request) {
    refresh.run();
    if (request.query("api-version").isEmpty()) {
      return AzureError.of(400, "MissingApiVersion", "The api-version is missing.");
    }
    JsonNode question = request.json().orElse(Made.object());
    Set<String> types = new TreeSet<>();
    question.at("/filter/or").forEach(it -> types.add(it.path("entityType").asText()));
    List<ObjectNode> found =
        world.all(Kind.CATALOGUED).stream()
            .filter(it -> types.contains(it.path("entityType").asText()))
            .toList();
    String token = question.path("continuationToken").asText("");
    OptionalLong offset =
        token.isEmpty() ? OptionalLong.of(0) : tokens.offset(types.toString(), token);
    return offset.isEmpty()
        ? AzureError.of(400, "BadRequest", "The continuation token is not of this search.")
        : page(found, offset.getAsLong(), types, question.path("limit").asInt(50));
  }

  private Answer page(List<ObjectNode> found, long offset, Set<String> types, int limit) {
    Slice<ObjectNode> slice = Slice.of(found.stream(), offset, Math.min(limit, world.pageSize()));
    ObjectNode answer =
        Made.object().put("@search.count", found.size()).put("@search.count.approximate", false);
    answer.putArray("value").addAll(slice.items());
    if (slice.more()) {
      answer.put("continuationToken", tokens.of(types.toString(), slice.next()));
    }
    return Answer.json(answer);
  }

  /** A container as a scan has found it. */
  static ObjectNode container(String id, String account, String name) {
    ObjectNode it =
        Made.object()
            .put("@search.score", 1.0)
            .put("id", id)
            .put("qualifiedName", "https://" + account + ".blob.core.windows.net/" + name)
            .put("name", name)
            .putNull("description")
            .putNull("owner")
            .put("entityType", "azure_blob_container");
    it.putArray("classification");
    it.putArray("label");
    it.putArray("assetType").add("Azure Blob Storage");
    it.putArray("term");
    it.putArray("contact");
    return it;
  }
}
