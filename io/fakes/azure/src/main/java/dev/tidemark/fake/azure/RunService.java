// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.fake.Answer;
import dev.tidemark.testkit.fake.FakeServer;
import dev.tidemark.testkit.fake.PageTokens;
import dev.tidemark.testkit.fake.Request;
import dev.tidemark.testkit.fake.Slice;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The monitoring interface of Data Factory: runs of the last 45 days. */
final class RunService {
  private static final Duration KEPT = Duration.ofDays(45);

  private final World world;
  private final Runnable refresh;
  private final InstantSource clock;
  private final PageTokens tokens;

  RunService(World world, Runnable refresh, InstantSource clock) {
    this.world = world;
    this.refresh = refresh;
    this.clock = clock;
    this.tokens = new PageTokens(clock, Duration.ofHours(1));
  }

  void serve(FakeServer server) {
    server.route("POST", "{factory...}/queryPipelineRuns", this::query);
  }

  private Answer query(Request request) {
    refresh.run();
    String factory = request.part("factory");
    JsonNode question = request.json().orElse(Made.object());
    if (world.find(World.Kind.FACTORY, factory).isEmpty()) {
      return AzureError.unknown(factory);
    }
    try {
      Instant from = Instant.parse(question.path("lastUpdatedAfter").asText());
      Instant to = Instant.parse(question.path("lastUpdatedBefore").asText());
      return page(factory, later(from, clock.instant().minus(KEPT)), to, question);
    } catch (DateTimeException malformed) {
      return AzureError.of(
          400, "BadRequest", "LastUpdatedAfter and LastUpdatedBefore must be given.");
    }
  }

  private Answer page(String factory, Instant from, Instant to, JsonNode question) {
    String token = question.path("continuationToken").asText("");
    String query = factory + question.path("lastUpdatedAfter") + question.path("lastUpdatedBefore");
    OptionalLong offset = token.isEmpty() ? OptionalLong.of(0) : tokens.offset(query, token);
    if (offset.isEmpty()) {
      return AzureError.of(400, "BadRequest", "The continuation token is not of this query.");
    }
    Stream<ObjectNode> runs =
        from.isAfter(to) ? Stream.of() : world.runs().between(factory, from, to);
    Slice<ObjectNode> slice = Slice.of(runs, offset.getAsLong(), world.pageSize());
    ObjectNode answer = Made.object();
    answer.putArray("value").addAll(slice.items());
    if (slice.more()) {
      answer.put("continuationToken", tokens.of(query, slice.next()));
    }
    return ArmService.traced(Answer.json(answer));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
