// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.fake.Answer;
import dev.tidemark.testkit.fake.BearerGate;
import dev.tidemark.testkit.fake.Elsewhere;
import dev.tidemark.testkit.fake.FakeServer;
import dev.tidemark.testkit.fake.FakeStage;
import dev.tidemark.testkit.fake.Promptness;
import dev.tidemark.testkit.fake.RsaKeys;
import dev.tidemark.testkit.fake.Throttling;
import dev.tidemark.testkit.organisation.Account;
import java.time.Clock;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A Salesforce organisation that holds what a company has there. */
public final class FakeSalesforce extends FakeStage {
  private static final String DATA = "/services/data/";
  private static final String API = DATA + "{version}";

  /** So that polls every few seconds do not spend it. */
  private static final long PLENTY = 100_000_000;

  private final Parts parts;

  /** What an organisation is made of. */
  private record Parts(
      FakeServer server,
      World world,
      Client client,
      Usage usage,
      Locators locators,
      BulkJobs jobs,
      Promptness promptness) {
    /** Whoever watches wants to see a month at once; whoever tests, a day in small pages. */
    String history() {
      return promptness == Promptness.AT_ONCE ? "P28D" : "P1D";
    }
  }

  private FakeSalesforce(InstantSource clock, Parts parts, List<?> scenes) {
    super(clock, scenes);
    this.parts = parts;
  }

  /** Starts one for a company's account. */
  public static FakeSalesforce of(Account account, InstantSource clock) {
    return of(account, clock, Promptness.AS_DOCUMENTED);
  }

  static FakeSalesforce of(Account account, InstantSource clock, Promptness promptness) {
    FakeServer server = FakeServer.start(clock);
    World world = new World(account, clock, time(clock, promptness));
    Locators locators = new Locators(clock);
    Parts parts =
        new Parts(
            server,
            world,
            new Client(server.address(), RsaKeys.known()),
            new Usage(),
            locators,
            new BulkJobs(new Queries(world), locators, clock),
            promptness);
    if (promptness == Promptness.AT_ONCE) {
      parts.usage().set(0, PLENTY);
    }
    Throttling throttling = Throttling.with(Clock.systemUTC(), wait -> Usage.exceeded());
    serve(parts, throttling);
    Rows rows = new Rows(server, world, clock);
    Elsewhere elsewhere =
        new Elsewhere(server, Requests::of, Spoiling::relinked, List.of(privateTarget(parts)));
    return new FakeSalesforce(
        clock,
        parts,
        List.of(
            server,
            rows,
            new Access(parts.client(), world, () -> settings(parts)),
            new Spoiling(server, rows),
            new Drifting(world, rows),
            new Volume(server, world, clock),
            parts.client(),
            throttling,
            elsewhere));
  }

  /** While it is examined, the company stands still: only what is ordered happens. */
  private static InstantSource time(InstantSource clock, Promptness promptness) {
    return promptness == Promptness.AT_ONCE ? clock : InstantSource.fixed(clock.instant());
  }

  private static void serve(Parts parts, Throttling throttling) {
    FakeServer server = parts.server();
    RestService rest = new RestService(parts.world(), parts.locators(), parts.usage());
    server.gate(request -> request.path().startsWith(DATA) ? throttling.refuse(request) : none());
    server.gate(
        new BearerGate(
            request -> request.path().startsWith(DATA + "v"),
            parts.client()::accepts,
            request -> Json.error(401, "INVALID_SESSION_ID", "Session expired or invalid")));
    server.route("POST", "/services/oauth2/token", parts.client()::token);
    server.route("GET", DATA, rest::versions);
    server.route("GET", API + "/query", rest.counted(rest::query));
    server.route("GET", API + "/query/", rest.counted(rest::query));
    server.route("GET", API + "/queryAll", rest.counted(rest::queryAll));
    server.route("GET", API + "/queryAll/", rest.counted(rest::queryAll));
    server.route("GET", API + "/query/{locator}", rest.counted(rest::more));
    server.route("GET", API + "/queryAll/{locator}", rest.counted(rest::more));
    BulkJobs jobs = parts.jobs();
    server.route("POST", API + "/jobs/query", rest.counted(jobs::create));
    server.route("POST", API + "/jobs/query/", rest.counted(jobs::create));
    server.route("GET", API + "/jobs/query/{job}", rest.counted(jobs::status));
    server.route("PATCH", API + "/jobs/query/{job}", rest.counted(jobs::patch));
    server.route("DELETE", API + "/jobs/query/{job}", rest.counted(jobs::delete));
    server.route("GET", API + "/jobs/query/{job}/results", rest.counted(jobs::results));
    server.route("GET", API + "/tooling/query", rest.counted(rest::toolingQuery));
    server.route("GET", API + "/sobjects", rest.counted(rest::describeGlobal));
    server.route("GET", API + "/sobjects/", rest.counted(rest::describeGlobal));
    server.route("GET", API + "/sobjects/{object}/describe", rest.counted(rest::describe));
    server.route("GET", API + "/sobjects/EventLogFile/{id}/LogFile", rest.counted(rest::logFile));
    server.route("GET", API + "/limits", rest.counted(rest::limits));
    server.route("GET", API + "/limits/", rest.counted(rest::limits));
    server.route("GET", API + "/limits/recordCount", rest.counted(rest::recordCount));
  }

  private static Optional<Answer> none() {
    return Optional.empty();
  }

  @Override
  public Map<String, Object> settings() {
    return settings(parts);
  }

  private static Map<String, Object> settings(Parts parts) {
    return with(
        parts, Map.of("username", Client.USERNAME, "private-key", parts.client().privateKey()));
  }

  private static Map<String, Object> with(Parts parts, Map<String, Object> credential) {
    Map<String, Object> settings = new HashMap<>(credential);
    settings.put("address", parts.server().address().toString());
    settings.put("allow-private-addresses", true);
    settings.put("history", parts.history());
    settings.put("client-id", Client.ID);
    return settings;
  }

  /** In the client's own name, and by a refresh token. */
  @Override
  public List<Map<String, Object>> alternatives() {
    return List.of(clientCredentials(), refreshing());
  }

  /** Settings of a client that asks in its own name. */
  public Map<String, Object> clientCredentials() {
    return with(parts, Map.of("client-secret", parts.client().secret()));
  }

  /** Settings of a client that holds a refresh token good for one use. */
  public Map<String, Object> refreshing() {
    return with(
        parts,
        Map.of(
            "client-secret",
            parts.client().secret(),
            "refresh-token",
            parts.client().refreshToken()));
  }

  private static Map<String, Object> privateTarget(Parts parts) {
    Map<String, Object> settings = settings(parts);
    settings.remove("allow-private-addresses");
    return settings;
  }

  @Override
  public Set<String> canaries() {
    return parts.client().issuedTokens();
  }

  /** The server, to look at what was asked and to let things go wrong. */
  public FakeServer server() {
    return parts.server();
  }

  /** So many of the day's requests have been used, of so many. */
  public void used(long requests, long allocation) {
    parts.usage().set(requests, allocation);
  }

  /** Takes a permission away from the user who asks, such as {@code ViewSetup}. */
  public void revoke(String... permissions) {
    parts.world().permissions().revoke(permissions);
  }

  /** The organisation has not bought Event Monitoring. */
  public void withoutEventMonitoring() {
    parts.world().eventMonitoring(false);
  }

  /** A file tells of one of the requests of the user who asks. */
  public void logOwnRequest() {
    World world = parts.world();
    ObjectNode file = new NewRows(world).logFile(1, world.clock().instant(), World.USER);
    world.shelf("EventLogFile").add(file);
  }

  /** Hides a field from the user who asks, such as {@code User.Department}. */
  public void hide(String field) {
    parts.world().hide(field);
  }

  /** So many rows fit into an answer from now on, however many were asked for. */
  public void batch(int rows) {
    parts.locators().batch(rows);
  }

  /** Every query job fails from now on. */
  public void failBulkJobs() {
    parts.jobs().end(BulkJobs.End.FAILED);
  }

  /** No query job ends any more. */
  public void delayBulkJobs() {
    parts.jobs().end(BulkJobs.End.NEVER);
  }

  /** Results of query jobs come in no order from now on. */
  public void shuffleBulkJobs() {
    parts.jobs().end(BulkJobs.End.SHUFFLED);
  }

  /** As after seven days: no query job is known any more. */
  public void forgetBulkJobs() {
    parts.jobs().forget();
  }

  /** How many query jobs were made. */
  public int bulkJobs() {
    return parts.jobs().made();
  }

  /** No query locator is good any more. */
  public void forgetLocators() {
    parts.locators().forget();
  }
}
