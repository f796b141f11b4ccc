// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import dev.tidemark.testkit.fake.Promptness;
import dev.tidemark.testkit.fake.RsaKeys;
import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.Organisation;
import dev.tidemark.testkit.organisation.Platform;
import dev.tidemark.testkit.stage.Scenes;
import dev.tidemark.testkit.stage.Stage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A Snowflake account in this process, with what a company has on it: speaks the protocol of the
 * vendor's drivers on a port of this machine, and lives by a clock. Safe for use by several
 * threads.
 */
public final class FakeSnowflake implements Stage {
  private static final int FEW = 3;
  private static final String ROLE = "TIDEMARK";
  private static final String WAREHOUSE = "TIDEMARK_WH";
  private static final String USER = "TIDEMARK_READER";

  private final String name;
  private final InstantSource clock;
  private final Promptness promptness;
  private final Engine engine;
  private final Credentials credentials;
  private final Desk desk;
  private final Trouble trouble = new Trouble();
  private final Service service;
  private final PlayLinks links;
  private final List<Scenes> parts;

  private FakeSnowflake(
      Account account, InstantSource clock, Duration history, Pace pace, Promptness promptness) {
    this.name = "tidewater-" + account.name();
    this.clock = clock;
    this.engine = new Engine(clock);
    Company company = new Company(account, engine, history, promptness);
    company.catchUp();
    Shape.ALL.stream().map(Shape::role).distinct().forEach(engine::grant);
    this.credentials = new Credentials(name, USER, RsaKeys.known());
    this.promptness = promptness;
    this.desk = new Desk(name, ROLE, WAREHOUSE, credentials);
    Runnable living = pace == Pace.LIVING ? company::catchUp : () -> {};
    this.service = new Service(desk, new Statements(engine), credentials, trouble, living);
    PlayRecords records = new PlayRecords(engine, trouble);
    this.links = new PlayLinks(trouble, clock, this::settings);
    this.parts =
        List.of(
            records,
            new PlayTrouble(engine, desk, trouble, records),
            new PlayAccess(engine, records, this::settings),
            links);
  }

  private enum Pace {
    LIVING,
    STILL
  }

  /**
   * An account in which the company goes on as the clock does.
   *
   * @param history how much of the past it remembers
   */
  public static FakeSnowflake living(Organisation company, InstantSource clock, Duration history) {
    return living(company, clock, history, Promptness.AS_DOCUMENTED);
  }

  /**
   * An account in which the company goes on as the clock does.
   *
   * @param promptness how late its views show things
   */
  public static FakeSnowflake living(
      Organisation company, InstantSource clock, Duration history, Promptness promptness) {
    Account account = company.account(Platform.SNOWFLAKE);
    return new FakeSnowflake(account, clock, history, Pace.LIVING, promptness);
  }

  /** An account in which nothing happens by itself any more. */
  public static FakeSnowflake still(Organisation company, InstantSource clock, Duration history) {
    Account account = company.account(Platform.SNOWFLAKE);
    return new FakeSnowflake(account, clock, history, Pace.STILL, Promptness.AS_DOCUMENTED);
  }

  /**
   * A small account without a company: a few records of everything, made by hand, and nothing that
   * happens by itself.
   */
  public static FakeSnowflake bare(InstantSource clock) {
    Organisation nobody = Organisation.of(1, 1, clock.instant());
    FakeSnowflake fake = still(nobody, clock, Duration.ZERO);
    PlayRecords records = new PlayRecords(fake.engine, fake.trouble);
    records.empty();
    Recipes.all().forEach(recipe -> records.add(recipe.stream(), FEW));
    return fake;
  }

  /** Where it answers. */
  public String url() {
    return service.url();
  }

  /** Its identifier. */
  public String account() {
    return name;
  }

  /** How many sessions are open. */
  public int sessions() {
    return desk.sessions();
  }

  /** The account's role may no longer see what a viewer role may see. */
  public void revoke(String viewerRole) {
    engine.revoke(viewerRole);
  }

  /** The account's role may see it again. */
  public void grant(String viewerRole) {
    engine.grant(viewerRole);
  }

  /** A view shows these of its columns no more; with none, it shows all. */
  public void hide(String view, String... columns) {
    engine.hide(Shape.of(view), Set.of(columns));
  }

  /** A view is not there, as in an edition that does not have it. */
  public void drop(String view) {
    engine.drop(Shape.of(view));
  }

  @Override
  public Kind kind() {
    return Kind.FAKE;
  }

  @Override
  public Map<String, Object> settings() {
    Map<String, Object> settings = common();
    settings.put("user", USER);
    settings.put("private-key", credentials.privateKey());
    return settings;
  }

  @Override
  public List<Map<String, Object>> alternatives() {
    Map<String, Object> encrypted = common();
    encrypted.put("user", USER);
    encrypted.put("private-key", credentials.encryptedKey());
    encrypted.put("private-key-passphrase", credentials.passphrase());
    Map<String, Object> token = common();
    token.put("user", USER);
    token.put("programmatic-access-token", credentials.accessToken());
    Map<String, Object> oauth = common();
    oauth.put("oauth-token", credentials.oauthToken());
    Map<String, Object> client = common();
    client.put("oauth-client-id", credentials.clientId());
    client.put("oauth-client-secret", credentials.clientSecret());
    client.put("oauth-token-url", url() + "/oauth/token-request");
    return List.of(encrypted, token, oauth, client);
  }

  @Override
  public Set<String> canaries() {
    Set<String> canaries = new HashSet<>(desk.tokens());
    canaries.addAll(credentials.oauthTokens());
    return canaries;
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public List<?> parts() {
    return parts;
  }

  @Override
  public void close() {
    service.close();
    links.close();
    engine.close();
  }

  private Map<String, Object> common() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("account", name);
    settings.put("url", url());
    settings.put("role", ROLE);
    settings.put("warehouse", WAREHOUSE);
    settings.put("credit-price", "3.00");
    settings.put("allow-private-addresses", true);
    if (promptness == Promptness.AT_ONCE) {
      settings.put("wake-interval", "0s");
    }
    return settings;
  }
}
