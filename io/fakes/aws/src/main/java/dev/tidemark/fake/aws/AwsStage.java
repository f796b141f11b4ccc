// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import dev.tidemark.testkit.fake.FakeServer;
import dev.tidemark.testkit.fake.FakeStage;
import dev.tidemark.testkit.fake.Request;
import dev.tidemark.testkit.stage.LinkScenes;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.ThrottleScenes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The account as connectors are examined against it. */
final class AwsStage extends FakeStage implements LinkScenes, ThrottleScenes {
  private static final int MOST_CANARIES = 10;
  private static final int CLOSED_PORT = 1;

  private final FakeAws fake;
  private final FakeServer abroad;
  private final Keyring.Key temporary;

  private AwsStage(FakeAws fake, FakeServer abroad, List<?> parts) {
    super(fake.server().clock(), parts);
    this.fake = fake;
    this.abroad = abroad;
    this.temporary =
        fake.keyring().assume(FakeAws.ROLE, FakeAws.EXTERNAL_ID, Instant.MAX).orElseThrow();
  }

  static AwsStage of(FakeAws fake) {
    FakeServer abroad = FakeServer.start(fake.server().clock());
    PlayRecords records = new PlayRecords(fake);
    return new AwsStage(
        fake,
        abroad,
        List.of(
            records,
            new PlayAccess(fake, records, () -> settings(fake)),
            new PlayTrouble(fake, records),
            new PlayTokens(fake),
            new PlayNews(fake, () -> settings(fake)),
            fake,
            abroad));
  }

  /** A role, by a key of the account's. */
  @Override
  public Map<String, Object> settings() {
    return settings(fake);
  }

  private static Map<String, Object> settings(FakeAws fake) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("account", FakeAws.ACCOUNT);
    settings.put("regions", List.of(Tidewater.REGION));
    settings.put("role-arn", FakeAws.ROLE);
    settings.put("external-id", FakeAws.EXTERNAL_ID);
    settings.put("access-key-id", FakeAws.ACCESS_KEY);
    settings.put("secret-access-key", FakeAws.SECRET_KEY);
    settings.put("endpoint", fake.address().toString());
    settings.put("allow-private-addresses", true);
    settings.put("list-objects-of", List.of(MadeBuckets.NAMES));
    settings.put(
        "redshift",
        List.of("workgroup/" + TidewaterWarehouse.WORKGROUP + "/" + TidewaterWarehouse.DATABASE));
    return settings;
  }

  /** A temporary key, and a password for a warehouse that lets nobody in. */
  @Override
  public List<Map<String, Object>> alternatives() {
    Map<String, Object> changed = new HashMap<>(settings());
    changed.remove("role-arn");
    changed.remove("external-id");
    changed.put("access-key-id", temporary.id());
    changed.put("secret-access-key", temporary.secret());
    changed.put("session-token", String.valueOf(temporary.token()));
    return List.of(changed, bySql());
  }

  private Map<String, Object> bySql() {
    fake.listens(
        Tidewater.REGION,
        "workgroup/" + TidewaterWarehouse.WORKGROUP,
        new FakeListener("127.0.0.1", CLOSED_PORT, "tidemark", "temporary-password"));
    Map<String, Object> changed = new HashMap<>(settings());
    changed.put("redshift-access", "sql");
    changed.put("redshift-user", "tidemark");
    changed.put("redshift-password", "Canary-of-the-warehouse-7");
    changed.put("redshift-encryption", "disable");
    return changed;
  }

  /** Some of what the role's keys come with: a leak of any would be a leak of all. */
  @Override
  public Set<String> canaries() {
    return fake.keyring().temporary(MOST_CANARIES);
  }

  @Override
  public Played lead(String stream, Lead how) {
    if (how == Lead.NEXT_LINK) {
      return Played.not("pages are asked for by tokens, which name no host");
    }
    int port = abroad.address().getPort();
    fake.faults().lead(URI.create("http://localhost:" + port + "/abroad"));
    return Played.yes();
  }

  @Override
  public void comeHome() {
    fake.faults().lead(null);
  }

  @Override
  public List<String> receivedAbroad() {
    return abroad.journal().requests().stream().map(Request::whole).toList();
  }

  @Override
  public List<Map<String, Object>> privateTargets() {
    return Stream.of("https://169.254.169.254", "https://127.0.0.1:1", "https://10.0.0.1")
        .map(this::inside)
        .toList();
  }

  private Map<String, Object> inside(String endpoint) {
    Map<String, Object> changed = new HashMap<>(settings());
    changed.put("endpoint", endpoint);
    changed.put("allow-private-addresses", false);
    return changed;
  }

  /** The services state no time to wait. */
  @Override
  public Played throttle(Throttle how, Duration wait) {
    if (how != Throttle.DIALECT) {
      return Played.not("AWS asks to slow down by codes of its own and states no time");
    }
    fake.throttle();
    return Played.yes();
  }

  @Override
  public void calm() {
    fake.calm();
  }

  @Override
  public long refused() {
    return fake.faults().refused();
  }
}
