// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.stage.ChangeScenes;
import dev.tidemark.testkit.stage.DeletionScenes;
import dev.tidemark.testkit.stage.EmptyScenes;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.TimedScenes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** Records that appear, change and disappear. */
final class PlayRecords implements TimedScenes, ChangeScenes, DeletionScenes, EmptyScenes {
  private static final Duration LATE = Duration.ofHours(2);
  private static final Set<String> TIMED =
      Set.of("reads", "queries", "audit", "job_runs", "quality", "costs");
  private static final Map<String, Maker> MAKERS =
      Map.of(
          "tables", Made::table,
          "lineage", Made::lineage,
          "reads", Made::read,
          "queries", Made::query,
          "audit", Made::audit,
          "job_runs", Made::run,
          "quality", Made::scan,
          "costs", Made::usage,
          "endpoint_usage", MadeRequests::request);

  private final FakeDatabricks fake;
  private final Traffic traffic;

  /** Makes the rows behind one record. */
  private interface Maker {
    void make(Engine engine, long number, Instant time);
  }

  PlayRecords(FakeDatabricks fake, Traffic traffic) {
    this.fake = fake;
    this.traffic = traffic;
    Made.price(fake.engine());
  }

  @Override
  public Played change(String stream, int count) {
    switch (stream) {
      case "account" -> {
        return Played.not("what it counts changes with other streams");
      }
      case "tables" ->
          update(
              "information_schema.tables",
              "COMMENT = NULL",
              "TABLE_NAME",
              "TABLE_CATALOG = 'made'");
      case "lineage" ->
          fake.engine()
              .run(
                  "UPDATE DATA.ACCESS_TABLE_LINEAGE SET SOURCE_TABLE_FULL_NAME = NULL WHERE"
                      + " EVENT_ID = (SELECT MAX(EVENT_ID) FROM DATA.ACCESS_TABLE_LINEAGE WHERE"
                      + " TARGET_TABLE_FULL_NAME LIKE 'made.%')");
      case "job_runs" ->
          update(
              "lakeflow.job_run_timeline",
              "RESULT_STATE = CASE RESULT_STATE WHEN 'FAILED' THEN 'CANCELLED' ELSE 'FAILED' END",
              "PERIOD_START_TIME",
              "TRUE");
      case "quality" ->
          update(
              "data_quality_monitoring.table_results",
              "FRESHNESS__STATUS = 'Unhealthy'",
              "EVENT_TIME",
              "TRUE");
      case "reads" -> again("access.table_lineage", "EVENT_TIME", "TARGET_TABLE_FULL_NAME IS NULL");
      case "queries" -> again("query.history", "START_TIME", "TRUE");
      case "audit" -> again("access.audit", "EVENT_TIME", "TRUE");
      case "costs" -> again("billing.usage", "USAGE_START_TIME", "TRUE");
      case "endpoint_usage" -> again("serving.endpoint_usage", "REQUEST_TIME", "TRUE");
      case "principals" -> last(World.Kind.USERS).put("active", false);
      case "endpoints" -> last(World.Kind.ENDPOINTS).put("creator", "");
      case "models" -> last(World.Kind.MODELS).put("owner", "");
      default -> {
        return Played.not("there is no such stream");
      }
    }
    return Played.yes();
  }

  @Override
  public Played delete(String stream, int count) {
    for (int index = 0; index < count; index++) {
      switch (stream) {
        case "tables" ->
            remove("information_schema.tables", "TABLE_NAME", "TABLE_CATALOG = 'made'");
        case "lineage" ->
            remove("access.table_lineage", "EVENT_ID", "TARGET_TABLE_FULL_NAME LIKE 'made.%'");
        case "endpoint_usage" ->
            remove("serving.served_entities", "ENDPOINT_NAME", "ENDPOINT_NAME LIKE 'made-%'");
        case "principals" -> gone(World.Kind.USERS);
        case "endpoints" -> gone(World.Kind.ENDPOINTS);
        case "models" -> gone(World.Kind.MODELS);
        default -> {
          return Played.not("there is one workspace, and one record of it");
        }
      }
    }
    return Played.yes();
  }

  @Override
  public Played failPartly(String stream) {
    if (stream.equals("account")) {
      return Played.not("it is one record");
    }
    var failure = DatabricksError.of(500, "INTERNAL_ERROR", "Something went wrong.");
    var denied = DatabricksError.denied("service principals");
    if (Traffic.isSql(stream)) {
      fake.server().troubles().always(traffic.chunks(stream), (request, answer) -> failure);
    } else if (stream.equals("principals")) {
      fake.server()
          .troubles()
          .always(
              request -> request.path().endsWith("/ServicePrincipals"),
              (request, answer) -> denied);
    } else {
      fake.server().troubles().always(traffic.requests(stream), (request, answer) -> failure);
    }
    return Played.yes();
  }

  @Override
  public void mend() {
    fake.server().troubles().mend();
  }

  @Override
  public Played empty() {
    Shape.ALL.forEach(shape -> fake.engine().clear(shape.path()));
    fake.world().clear();
    return Played.yes();
  }

  @Override
  public Played make(String stream, int count, IntFunction<Instant> time) {
    Maker maker = MAKERS.get(stream);
    for (int index = 0; index < count; index++) {
      long number = Made.number();
      if (maker != null) {
        maker.make(fake.engine(), number, time.apply(index));
      } else if (!listed(stream, number)) {
        return Played.not("there is one workspace, and one record of it");
      }
    }
    return Played.yes();
  }

  private boolean listed(String stream, long n) {
    World world = fake.world();
    switch (stream) {
      case "principals" -> {
        world.put(World.Kind.USERS, Long.toString(n), Listed.principal(n, "userName"));
        world.put(World.Kind.SERVICES, "1", Listed.principal(1, "applicationId"));
      }
      case "endpoints" -> {
        String name = "made-" + n;
        ObjectNode endpoint =
            Listed.endpoint(name, "maker@example.test", 1_700_000_000_000L, "made.models.m");
        world.put(World.Kind.ENDPOINTS, name, endpoint);
      }
      case "models" -> {
        String name = "made.models.m" + n;
        ObjectNode model = Listed.model(name, "owner@example.test", "Made up.", 1_700_000_000_000L);
        Listed.alias(model, "champion", 1);
        world.put(World.Kind.MODELS, name, model);
        world.version(name, Listed.version(name, 1, 1_700_000_000_000L));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private ObjectNode last(World.Kind kind) {
    return fake.world().find(kind, fake.world().last(kind));
  }

  private void gone(World.Kind kind) {
    fake.world().remove(kind, fake.world().last(kind));
  }

  /** Changes the newest row. */
  private void update(String table, String change, String newest, String which) {
    String name = Shape.of(table).table();
    fake.engine()
        .run(
            "UPDATE %s SET %s WHERE %s = (SELECT MAX(%s) FROM %s WHERE %s)"
                .formatted(name, change, newest, newest, name, which));
  }

  /** The newest thing happens once more. */
  private void again(String table, String newest, String which) {
    String name = Shape.of(table).table();
    fake.engine()
        .run(
            "INSERT INTO %s SELECT * FROM %s WHERE %s ORDER BY %s DESC LIMIT 1"
                .formatted(name, name, which, newest));
  }

  /** The row with the greatest value is gone, of those that were made up. */
  private void remove(String table, String column, String which) {
    String name = Shape.of(table).table();
    fake.engine()
        .run(
            "DELETE FROM %s WHERE %s = (SELECT MAX(%s) FROM %s WHERE %s)"
                .formatted(name, column, column, name, which));
  }

  @Override
  public boolean isTimed(String stream) {
    return TIMED.contains(stream);
  }

  @Override
  public Duration lateness() {
    return LATE;
  }

  @Override
  public Instant now() {
    return fake.engine().clock().instant();
  }
}
