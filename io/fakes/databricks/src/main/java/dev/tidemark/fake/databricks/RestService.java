// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.fake.Answer;
import dev.tidemark.testkit.fake.FakeServer;
import dev.tidemark.testkit.fake.Handler;
import dev.tidemark.testkit.fake.PageTokens;
import dev.tidemark.testkit.fake.Request;
import dev.tidemark.testkit.fake.Slice;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** The listings: SCIM, warehouses, jobs, serving endpoints, Unity Catalog. */
final class RestService {
  private static final String CATALOG = "/api/2.1/unity-catalog/";
  private static final String SCIM = "/api/2.0/preview/scim/v2/";
  private static final int MOST = 100;

  private final World world;
  private final Engine engine;
  private final SqlRunner runner;
  private final Runnable refresh;
  private final PageTokens tokens;

  RestService(World world, Engine engine, SqlRunner runner, Runnable refresh) {
    this.world = world;
    this.engine = engine;
    this.runner = runner;
    this.refresh = refresh;
    this.tokens = new PageTokens(engine.clock(), Duration.ofHours(1));
  }

  void serve(FakeServer server) {
    get(server, SCIM + "Me", request -> me());
    get(server, SCIM + "Users", request -> scim(World.Kind.USERS, request));
    get(server, SCIM + "ServicePrincipals", request -> scim(World.Kind.SERVICES, request));
    get(server, "/api/2.0/sql/warehouses/{id}", this::warehouse);
    get(server, "/api/2.0/serving-endpoints", request -> endpoints());
    get(server, "/api/2.2/jobs/list", this::jobs);
    get(server, CATALOG + "catalogs", request -> named("catalogs", world.catalogs(), request));
    get(server, CATALOG + "schemas", this::schemas);
    get(server, CATALOG + "tables/{name}", this::table);
    get(server, CATALOG + "models", this::models);
    get(server, CATALOG + "models/{name}", this::model);
    get(server, CATALOG + "models/{name}/versions", this::versions);
  }

  private void get(FakeServer server, String path, Handler handler) {
    server.route(
        "GET",
        path,
        request -> {
          refresh.run();
          return handler.handle(request);
        });
  }

  private static Answer me() {
    return Answer.json(
        object()
            .put("id", "900")
            .put("userName", FakeDatabricks.CLIENT)
            .put("displayName", "tidemark")
            .put("active", true));
  }

  private Answer scim(World.Kind kind, Request request) {
    List<ObjectNode> all = world.all(kind);
    int start = Math.max(1, request.number("startIndex", 1));
    int count = Math.min(MOST, request.number("count", MOST));
    List<ObjectNode> page = all.stream().skip(start - 1L).limit(count).toList();
    ObjectNode answer = object();
    answer.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:ListResponse");
    answer
        .put("totalResults", all.size())
        .put("startIndex", start)
        .put("itemsPerPage", page.size())
        .putArray("Resources")
        .addAll(page);
    return Answer.json(answer);
  }

  private Answer warehouse(Request request) {
    if (!request.part("id").equals(World.WAREHOUSE)) {
      return DatabricksError.unknown("SQL warehouse " + request.part("id"));
    }
    return Answer.json(
        object()
            .put("id", World.WAREHOUSE)
            .put("name", "metadata")
            .put("state", world.warehouseState())
            .put("cluster_size", "2X-Small")
            .put("auto_stop_mins", 5)
            .put("enable_serverless_compute", true));
  }

  private Answer endpoints() {
    ObjectNode answer = object();
    answer.putArray("endpoints").addAll(world.all(World.Kind.ENDPOINTS));
    return Answer.json(answer);
  }

  private Answer jobs(Request request) {
    List<ObjectNode> all =
        world.jobs().entrySet().stream().map(it -> job(it.getKey(), it.getValue())).toList();
    return page("jobs", all, request, request.number("limit", 20));
  }

  private static ObjectNode job(long id, String name) {
    ObjectNode job = object().put("job_id", id);
    job.putObject("settings").put("name", name);
    return job;
  }

  private Answer schemas(Request request) {
    String catalog = request.query("catalog_name").orElse("");
    return catalog.isEmpty()
        ? DatabricksError.invalid("catalog_name is required")
        : named("schemas", world.schemas(catalog), request);
  }

  private Answer named(String field, List<String> names, Request request) {
    List<ObjectNode> all = names.stream().map(name -> object().put("name", name)).toList();
    return page(field, all, request, request.number("max_results", MOST));
  }

  private Answer table(Request request) {
    String name = request.part("name").replaceFirst("^system\\.", "");
    boolean known = Shape.ALL.stream().anyMatch(shape -> shape.path().equals(name));
    if (!known) {
      return DatabricksError.of(
          404, "TABLE_DOES_NOT_EXIST", "Table '" + name + "' does not exist.");
    }
    if (runner.forbidden().contains(name)) {
      return DatabricksError.denied("Table 'system." + name + "'");
    }
    Set<String> columns = engine.columns(Shape.of(name));
    ObjectNode answer = object().put("full_name", "system." + name).put("table_type", "VIEW");
    ArrayNode listed = answer.putArray("columns");
    columns.forEach(column -> listed.addObject().put("name", column));
    return Answer.json(answer);
  }

  private Answer models(Request request) {
    return page(
        "registered_models",
        world.all(World.Kind.MODELS),
        request,
        request.number("max_results", MOST));
  }

  private Answer model(Request request) {
    ObjectNode found = world.find(World.Kind.MODELS, request.part("name"));
    return found.isEmpty()
        ? DatabricksError.unknown("Model " + request.part("name"))
        : Answer.json(found);
  }

  private Answer versions(Request request) {
    return page(
        "model_versions",
        world.versions(request.part("name")),
        request,
        request.number("max_results", MOST));
  }

  private Answer page(String field, List<ObjectNode> all, Request request, int limit) {
    String query = request.path() + request.query("catalog_name").orElse("");
    String token = request.query("page_token").orElse("");
    OptionalLong offset = token.isEmpty() ? OptionalLong.of(0) : tokens.offset(query, token);
    if (offset.isEmpty()) {
      return DatabricksError.invalid("page_token is not one of this listing");
    }
    Slice<ObjectNode> slice =
        Slice.of(Stream.of(all).flatMap(List::stream), offset.getAsLong(), Math.max(1, limit));
    ObjectNode answer = object();
    answer.putArray(field).addAll(slice.items());
    if (slice.more()) {
      answer.put("next_page_token", tokens.of(query, slice.next()));
    }
    return Answer.json(answer);
  }

  private static ObjectNode object() {
    return Answer.JSON.createObjectNode();
  }
}
