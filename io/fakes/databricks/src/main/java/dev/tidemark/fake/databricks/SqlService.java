// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.fake.Answer;
import dev.tidemark.testkit.fake.FakeServer;
import dev.tidemark.testkit.fake.Request;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The SQL Statement Execution API: statements are submitted, asked for, cancelled, and their
 * results fetched by chunks, within one hour. Safe for use by several threads.
 */
final class SqlService {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration SIGNED = Duration.ofMinutes(15);
  private static final int MOST_KEPT = 64;
  private static final String PATH = "/api/2.0/sql/statements";

  private final SqlRunner runner;
  private final World world;
  private final FakeServer storage;
  private final Runnable refresh;
  private final Map<String, Executed> executed = new LinkedHashMap<>();
  private int pending;

  SqlService(SqlRunner runner, World world, FakeServer storage, Runnable refresh) {
    this.runner = runner;
    this.world = world;
    this.storage = storage;
    this.refresh = refresh;
  }

  void serve(FakeServer server) {
    server.route("POST", PATH, this::submit);
    server.route("GET", PATH + "/{id}", this::status);
    server.route("POST", PATH + "/{id}/cancel", this::cancel);
    server.route("GET", PATH + "/{id}/result/chunks/{chunk}", this::chunk);
    storage.route("GET", "/results/{id}/{chunk}", this::download);
  }

  /** The next statements stay pending while they are asked for so many times. */
  synchronized void stayPending(int times) {
    pending = times;
  }

  /** The text of a statement. */
  synchronized String text(String id) {
    Executed found = executed.get(id);
    return found == null ? "" : found.text();
  }

  private Answer submit(Request request) {
    JsonNode order = request.json().orElse(null);
    if (order == null || order.path("statement").asText().isBlank()) {
      return DatabricksError.invalid("statement is required");
    }
    if (!order.path("warehouse_id").asText().equals(World.WAREHOUSE)) {
      return DatabricksError.unknown("SQL warehouse " + order.path("warehouse_id").asText());
    }
    Optional<Answer> refusal = refusal(order);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    refresh.run();
    world.start();
    String id = UUID.randomUUID().toString();
    SqlRunner.Outcome outcome = runner.run(order.path("statement").asText(), parameters(order));
    synchronized (this) {
      executed.put(id, new Executed(order.path("statement").asText(), outcome, now(), pending));
      while (executed.size() > MOST_KEPT) {
        executed.remove(executed.keySet().iterator().next());
      }
    }
    return answer(id);
  }

  private static Optional<Answer> refusal(JsonNode order) {
    boolean inline = order.path("disposition").asText("INLINE").equals("INLINE");
    String format = order.path("format").asText("JSON_ARRAY");
    String wait = order.path("wait_timeout").asText("10s");
    if (inline || !format.equals("JSON_ARRAY")) {
      return Optional.of(
          DatabricksError.invalid("this fake hands out EXTERNAL_LINKS of JSON_ARRAY only"));
    }
    boolean known = wait.equals("0s") || wait.matches("([5-9]|[1-4][0-9]|50)s");
    return known
        ? Optional.empty()
        : Optional.of(DatabricksError.invalid("wait_timeout must be 0s or 5s to 50s"));
  }

  private static Map<String, Object> parameters(JsonNode order) {
    Map<String, Object> parameters = new HashMap<>();
    for (JsonNode parameter : order.path("parameters")) {
      String value = parameter.path("value").asText();
      boolean number = parameter.path("type").asText("STRING").equals("BIGINT");
      parameters.put(
          parameter.path("name").asText(), number ? (Object) Long.valueOf(value) : value);
    }
    return parameters;
  }

  private Answer status(Request request) {
    return answer(request.part("id"));
  }

  private synchronized Answer cancel(Request request) {
    Executed found = executed.get(request.part("id"));
    if (found != null) {
      found.cancel();
    }
    return Answer.json(Map.of());
  }

  private synchronized Answer answer(String id) {
    Executed found = executed.get(id);
    if (found == null || now().isAfter(found.at().plus(KEPT))) {
      return DatabricksError.of(404, "NOT_FOUND", "The statement " + id + " was not found.");
    }
    ObjectNode answer = Answer.JSON.createObjectNode().put("statement_id", id);
    ObjectNode status = answer.putObject("status");
    if (found.isCancelled()) {
      status.put("state", "CANCELED");
    } else if (found.isPending()) {
      status.put("state", "PENDING");
    } else {
      ended(id, found.outcome(), status, answer);
    }
    return Answer.json(answer);
  }

  private void ended(String id, SqlRunner.Outcome outcome, ObjectNode status, ObjectNode answer) {
    SqlFailure failure = outcome.failure();
    StoredResult result = outcome.result();
    if (failure != null || result == null) {
      failed(failure, status);
      return;
    }
    status.put("state", "SUCCEEDED");
    manifest(result, answer.putObject("manifest"));
    ObjectNode first = answer.putObject("result");
    if (!result.chunks().isEmpty()) {
      first.set("external_links", links(id, result, 0));
    }
  }

  private static void failed(@Nullable SqlFailure failure, ObjectNode status) {
    SqlFailure why =
        failure == null ? new SqlFailure("INTERNAL_ERROR", "XX000", "no result") : failure;
    status.put("state", "FAILED").put("sql_state", why.state());
    status.putObject("error").put("error_code", why.code()).put("message", why.message());
  }

  private static void manifest(StoredResult result, ObjectNode manifest) {
    manifest.put("format", "JSON_ARRAY").put("truncated", false);
    manifest.put("total_chunk_count", result.chunks().size());
    manifest.put("total_row_count", result.total());
    ObjectNode schema = manifest.putObject("schema").put("column_count", result.columns().size());
    ArrayNode columns = schema.putArray("columns");
    for (StoredResult.Column column : result.columns()) {
      columns
          .addObject()
          .put("name", column.name())
          .put("position", columns.size() - 1)
          .put("type_name", column.type())
          .put("type_text", column.type().equals("LONG") ? "BIGINT" : column.type());
    }
    ArrayNode chunks = manifest.putArray("chunks");
    for (StoredResult.Chunk chunk : result.chunks()) {
      chunks
          .addObject()
          .put("chunk_index", chunks.size() - 1)
          .put("row_offset", chunk.offset())
          .put("row_count", chunk.rows());
    }
  }

  private ArrayNode links(String id, StoredResult result, int index) {
    StoredResult.Chunk chunk = result.chunks().get(index);
    Instant expires = now().plus(SIGNED);
    ArrayNode links = Answer.JSON.createArrayNode();
    ObjectNode link =
        links
            .addObject()
            .put("chunk_index", index)
            .put("row_offset", chunk.offset())
            .put("row_count", chunk.rows())
            .put("expiration", expires.toString())
            .put(
                "external_link",
                "%s/results/%s/%d?signature=%s&expires=%d"
                    .formatted(storage(), id, index, chunk.signature(), expires.getEpochSecond()));
    if (index + 1 < result.chunks().size()) {
      link.put("next_chunk_index", index + 1)
          .put(
              "next_chunk_internal_link",
              PATH
                  + "/"
                  + id
                  + "/result/chunks/"
                  + (index + 1)
                  + "?row_offset="
                  + (chunk.offset() + chunk.rows()));
    }
    return links;
  }

  private synchronized Answer chunk(Request request) {
    StoredResult result = result(request);
    int index = Integer.parseInt(request.part("chunk"));
    if (result == null || index >= result.chunks().size()) {
      return DatabricksError.of(404, "NOT_FOUND", "The result was not found or has expired.");
    }
    ObjectNode answer = Answer.JSON.createObjectNode();
    answer.set("external_links", links(request.part("id"), result, index));
    return Answer.json(answer);
  }

  /** The vendor's storage: what is signed is handed out, and a second credential is refused. */
  private synchronized Answer download(Request request) {
    if (request.header("Authorization").isPresent()) {
      return Answer.of(400, "application/xml", "<Error><Code>InvalidRequest</Code></Error>");
    }
    StoredResult result = result(request);
    int index = Integer.parseInt(request.part("chunk"));
    if (result == null || index >= result.chunks().size()) {
      return Answer.of(404, "application/xml", "<Error><Code>NoSuchKey</Code></Error>");
    }
    StoredResult.Chunk chunk = result.chunks().get(index);
    long expires = Long.parseLong(request.query("expires").orElse("0"));
    boolean signed = request.query("signature").filter(chunk.signature()::equals).isPresent();
    return signed && now().getEpochSecond() <= expires
        ? Answer.of(200, "application/json", StoredResult.text(chunk))
        : Answer.of(403, "application/xml", "<Error><Code>AccessDenied</Code></Error>");
  }

  private @Nullable StoredResult result(Request request) {
    Executed found = executed.get(request.part("id"));
    return found == null || now().isAfter(found.at().plus(KEPT)) ? null : found.outcome().result();
  }

  /** Another name for the same machine, as the vendor's storage is another host. */
  private URI storage() {
    return URI.create("http://localhost:" + storage.address().getPort());
  }

  private Instant now() {
    return storage.clock().instant();
  }

  /** Signatures handed out: none may ever show. */
  synchronized List<String> signatures() {
    List<String> signatures = new ArrayList<>();
    executed.values().stream()
        .map(it -> it.outcome().result())
        .filter(java.util.Objects::nonNull)
        .forEach(result -> result.chunks().forEach(chunk -> signatures.add(chunk.signature())));
    return signatures;
  }
}
