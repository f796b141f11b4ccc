// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import dev.tidemark.testkit.fake.Answer;
import dev.tidemark.testkit.fake.BearerGate;
import dev.tidemark.testkit.fake.FakeServer;
import dev.tidemark.testkit.fake.Throttling;
import dev.tidemark.testkit.fake.TokenEndpoint;
import dev.tidemark.testkit.fake.Tokens;
import dev.tidemark.testkit.stage.Stage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A workspace: its interfaces on one port of the loopback address, the storage its results lie in
 * on another. Safe for use by several threads.
 */
public final class FakeDatabricks implements AutoCloseable {
  /** The service principal's application id. */
  public static final String CLIENT = "5c0ffee0-0000-4000-8000-000000000042";

  /** Its OAuth secret. */
  public static final String SECRET = "dose" + "0123456789abcdef0123456789abcdef";

  /** A personal access token. */
  public static final String TOKEN = "dapi" + "fedcba9876543210fedcba9876543210";

  private static final Duration STALE = Duration.ofSeconds(5);

  private final FakeServer server;
  private final FakeServer storage;
  private final Engine engine;
  private final World world = new World();
  private final SqlRunner runner;
  private final SqlService sql;
  private final Tokens tokens;
  private final TokenEndpoint oauth;
  private final Throttling throttling;
  private final Filling filling;
  private Instant filled = Instant.MIN;

  private FakeDatabricks(InstantSource clock, Filling filling) {
    this.filling = filling;
    this.server = FakeServer.start(clock);
    this.storage = FakeServer.start(clock);
    this.engine = new Engine(clock);
    this.runner = new SqlRunner(engine);
    this.sql = new SqlService(runner, world, storage, this::refresh);
    this.tokens = new Tokens(clock, Duration.ofHours(1));
    this.oauth = new TokenEndpoint(tokens).withClient(CLIENT, SECRET);
    this.throttling =
        Throttling.with(
            clock,
            wait -> DatabricksError.of(429, "REQUEST_LIMIT_EXCEEDED", "Rate limit was exceeded."));
    server.gate(throttling);
    server.gate(
        new BearerGate(
            request -> request.path().startsWith("/api/"),
            token -> token.equals(TOKEN) || tokens.accepts(token),
            request ->
                BearerGate.token(request).filter(it -> it.startsWith("dapi")).isPresent()
                    ? DatabricksError.of(403, "403", "Invalid access token.")
                    : DatabricksError.of(401, "401", "Token is expired or invalid.")));
    server.route("POST", "/oidc/v1/token", oauth);
    server.route("GET", "/oidc/.well-known/oauth-authorization-server", request -> endpoints());
    new RestService(world, engine, runner, this::refresh).serve(server);
    sql.serve(server);
  }

  /** A workspace with nothing in it. */
  public static FakeDatabricks empty(InstantSource clock) {
    return new FakeDatabricks(clock, Filling.NOTHING);
  }

  /** A workspace that is filled before anybody asks: a request would not wait for a year. */
  static FakeDatabricks telling(InstantSource clock, Filling filling) {
    FakeDatabricks workspace = new FakeDatabricks(clock, filling);
    workspace.refresh();
    return workspace;
  }

  /** The account as connectors are examined against it; closing it closes this. */
  public Stage stage() {
    return DatabricksStage.of(engine.clock(), this);
  }

  /** Where it listens. */
  public URI address() {
    return server.address();
  }

  /** Ends what is under way in the warehouse: the next statement starts it. */
  public void stopWarehouse() {
    world.stop();
  }

  /** The next statements stay pending while they are asked for so many times. */
  public void stayPending(int times) {
    sql.stayPending(times);
  }

  /** How many rows a chunk holds. */
  public void chunksOf(int rows) {
    runner.chunksOf(rows);
  }

  /**
   * A slice of a run.
   *
   * @param state how the run ended; null for all slices but the last
   */
  public void addSlice(String job, String run, Instant from, Instant to, @Nullable String state) {
    engine.add(
        TableRow.of(
            "lakeflow.job_run_timeline",
            "workspace_id",
            World.WORKSPACE,
            "job_id",
            job,
            "run_id",
            run,
            "period_start_time",
            from,
            "period_end_time",
            to,
            "trigger_type",
            "CRON",
            "run_type",
            "JOB_RUN",
            "result_state",
            state));
  }

  /** A table shows one of its columns no more, as in an account that has not got it yet. */
  public void hideColumn(String table, String column) {
    engine.hide(Shape.of(table), Set.of(column));
  }

  /** The credential sees a table no more. */
  public void forbid(String table) {
    runner.forbidden().add(table);
  }

  /** The storage that results lie in. */
  public FakeServer storage() {
    return storage;
  }

  /** The requests it was sent. */
  public FakeServer server() {
    return server;
  }

  Engine engine() {
    return engine;
  }

  World world() {
    return world;
  }

  SqlRunner runner() {
    return runner;
  }

  SqlService sql() {
    return sql;
  }

  Tokens tokens() {
    return tokens;
  }

  TokenEndpoint oauth() {
    return oauth;
  }

  Throttling throttling() {
    return throttling;
  }

  @Override
  public void close() {
    server.close();
    storage.close();
    engine.close();
  }

  private Answer endpoints() {
    return Answer.json(
        Map.of(
            "authorization_endpoint",
            address() + "/oidc/v1/authorize",
            "token_endpoint",
            address() + "/oidc/v1/token"));
  }

  private synchronized void refresh() {
    Instant now = engine.clock().instant();
    if (filled.equals(Instant.MIN) || now.isAfter(filled.plus(STALE))) {
      filled = now;
      filling.fill(world, engine);
    }
  }
}
