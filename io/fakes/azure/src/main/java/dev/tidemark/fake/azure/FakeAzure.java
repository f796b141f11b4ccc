// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import dev.tidemark.testkit.fake.Answer;
import dev.tidemark.testkit.fake.BearerGate;
import dev.tidemark.testkit.fake.FakeServer;
import dev.tidemark.testkit.fake.Request;
import dev.tidemark.testkit.fake.Throttling;
import dev.tidemark.testkit.fake.TokenEndpoint;
import dev.tidemark.testkit.fake.Tokens;
import dev.tidemark.testkit.fake.Waiting;
import dev.tidemark.testkit.stage.Stage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;

/**
 * A tenant with one subscription: tokens and the Resource Manager on one port of the loopback
 * address, blobs and the data map on two others. Safe for use by several threads.
 */
public final class FakeAzure implements AutoCloseable {
  /** The tenant's id. */
  public static final String TENANT = World.TENANT;

  /** The subscription's id. */
  public static final String SUBSCRIPTION = World.SUBSCRIPTION;

  /** The app's id. */
  public static final String CLIENT = "c0ffee00-0000-4000-8000-000000000007";

  /** The app's secret. */
  public static final String SECRET = "fake~secret-of-the-app-registration";

  private static final Duration STALE = Duration.ofSeconds(15);

  private final FakeServer manager;
  private final FakeServer blobs;
  private final FakeServer map;
  private final World world = new World();
  private final Tokens tokens;
  private final TokenEndpoint oauth;
  private final Throttling throttling;
  private final Set<String> denied = new ConcurrentSkipListSet<>();
  private final Consumer<World> content;
  private Instant filled = Instant.MIN;

  private FakeAzure(InstantSource clock, Consumer<World> content) {
    this.content = content;
    this.manager = FakeServer.start(clock);
    this.blobs = FakeServer.start(clock);
    this.map = FakeServer.start(clock);
    this.tokens = new Tokens(clock, Duration.ofMinutes(65));
    this.oauth = new TokenEndpoint(tokens).withClient(CLIENT, SECRET);
    this.throttling = Throttling.with(clock, FakeAzure::busy);
    manager.gate(request -> isToken(request) ? Optional.empty() : throttling.refuse(request));
    manager.gate(bearer());
    blobs.gate(throttling);
    blobs.gate(
        new BearerGate(
            request -> true,
            tokens::accepts,
            request ->
                BlobService.error(401, "InvalidAuthenticationInfo", "Authentication failed.")));
    blobs.gate(
        request ->
            denied.contains("blobs")
                ? Optional.of(
                    BlobService.error(403, "AuthorizationPermissionMismatch", "Not authorized."))
                : Optional.empty());
    new BlobService(world, this::refresh, clock).serve(blobs);
    map.gate(throttling);
    map.gate(bearer());
    map.gate(this::refused);
    new MapService(world, this::refresh, clock).serve(map);
    manager.gate(ArmService::versioned);
    manager.gate(this::refused);
    manager.route("POST", "/{tenant}/oauth2/v2.0/token", this::token);
    manager.route("GET", "/metadata/identity/oauth2/token", this::machineToken);
    new ArmService(world, this::refresh, clock).serve(manager);
    new MonitorService(world, this::refresh).serve(manager);
    new RunService(world, this::refresh, clock).serve(manager);
    new CostService(world, this::refresh, clock).serve(manager);
  }

  /** A tenant with nothing in it. */
  public static FakeAzure empty(InstantSource clock) {
    return new FakeAzure(clock, world -> {});
  }

  /** A tenant whose content is told anew every few seconds while it is asked. */
  static FakeAzure telling(InstantSource clock, Consumer<World> content) {
    return new FakeAzure(clock, content);
  }

  /** The account as connectors are examined against it; closing it closes this. */
  public Stage stage() {
    world.pageSize(5);
    return AzureStage.of(this);
  }

  /** Where tokens are issued and the Resource Manager listens. */
  public URI address() {
    return manager.address();
  }

  /** Where the blobs of an account are listed; {@code {account}} stands for its name. */
  public String blobAddress() {
    return blobs.address() + "/{account}";
  }

  /** Where the data map of Purview is. */
  public URI mapAddress() {
    return map.address();
  }

  /** The requests the data map was sent. */
  public FakeServer mapServer() {
    return map;
  }

  /** The requests the blobs were sent. */
  public FakeServer blobServer() {
    return blobs;
  }

  /** The requests it was sent. */
  public FakeServer server() {
    return manager;
  }

  /** A container, empty, of a storage account that is made where it is not there. */
  public void addContainer(String account, String name) {
    Instant now = manager.clock().instant();
    if (world.find(World.Kind.STORAGE_ACCOUNT, Made.storage(account)).isEmpty()) {
      Examples.storageAccount(account, world, now);
    }
    world.put(World.Kind.CONTAINER, Made.container(account, name, now));
  }

  /** Names of an account's containers. */
  public List<String> containers(String account) {
    return world.below(World.Kind.CONTAINER, Made.storage(account)).stream()
        .map(it -> it.path("name").asText())
        .toList();
  }

  /** A token that is good for everything, as the token endpoint would issue it. */
  public String newToken() {
    return tokens.issue();
  }

  /** Requests whose path contains that are refused for lack of a role, until {@link #grant}. */
  public void deny(String path) {
    denied.add(path);
  }

  /** Every role is there again. */
  public void grant() {
    denied.clear();
  }

  World world() {
    return world;
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
    manager.close();
    blobs.close();
    map.close();
  }

  private static boolean isToken(Request request) {
    return request.path().contains("/oauth2/");
  }

  private BearerGate bearer() {
    return new BearerGate(
        request -> !isToken(request),
        tokens::accepts,
        request ->
            AzureError.of(401, "ExpiredAuthenticationToken", "The access token expiry is over.")
                .with("WWW-Authenticate", "Bearer error=\"invalid_token\""));
  }

  private Optional<Answer> refused(Request request) {
    return denied.stream().anyMatch(request.path()::contains)
        ? Optional.of(AzureError.denied(request.path()))
        : Optional.empty();
  }

  /** Cost Management's way, which the others' clients must understand as well. */
  private static Answer busy(Duration wait) {
    String seconds = String.valueOf(wait.plusMillis(999).toSeconds());
    return Waiting.seconds(
            AzureError.of(429, "429", "Too many requests. Please retry."), Duration.ofSeconds(1))
        .with("x-ms-ratelimit-microsoft.costmanagement-entity-retry-after", seconds);
  }

  private Answer token(Request request) {
    if (!request.part("tenant").equals(TENANT)) {
      return Answer.json(
          400,
          Map.of(
              "error", "invalid_request",
              "error_description", "AADSTS90002: Tenant not found."));
    }
    boolean isScoped = request.form().getOrDefault("scope", "").endsWith("/.default");
    return isScoped
        ? oauth.handle(request)
        : Answer.json(
            400,
            Map.of(
                "error", "invalid_scope",
                "error_description", "AADSTS1002012: The provided value for scope is not valid."));
  }

  /** The identity of the machine, as App Service offers it. */
  private Answer machineToken(Request request) {
    boolean proved = request.header("X-IDENTITY-HEADER").filter(SECRET::equals).isPresent();
    boolean asked =
        request.query("api-version").isPresent() && request.query("resource").isPresent();
    return proved && asked
        ? Answer.json(
            Map.of(
                "access_token", tokens.issue(),
                "token_type", "Bearer",
                "expires_on", String.valueOf(manager.clock().instant().getEpochSecond() + 3600),
                "resource", request.query("resource").orElse("")))
        : Answer.json(400, Map.of("statusCode", 400, "message", "Bad request"));
  }

  private synchronized void refresh() {
    Instant now = manager.clock().instant();
    if (filled.equals(Instant.MIN) || now.isAfter(filled.plus(STALE))) {
      filled = now;
      content.accept(world);
    }
  }
}
