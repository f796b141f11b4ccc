// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import dev.tidemark.spi.Category;
import dev.tidemark.testkit.fake.FakeServer;
import dev.tidemark.testkit.fake.FakeStage;
import dev.tidemark.testkit.fake.Request;
import dev.tidemark.testkit.stage.AccessScenes;
import dev.tidemark.testkit.stage.EmptyScenes;
import dev.tidemark.testkit.stage.LinkScenes;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.ThrottleScenes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The account as connectors are examined against it. */
final class AwsStage extends FakeStage
    implements AccessScenes, EmptyScenes, LinkScenes, ThrottleScenes {
  private static final String CLOSED_PORT = "http://127.0.0.1:1";

  private final FakeAws fake;
  private final FakeServer abroad;
  private final Keyring.Key temporary;

  AwsStage(InstantSource clock, FakeAws fake) {
    this(clock, fake, FakeServer.start(clock));
  }

  private AwsStage(InstantSource clock, FakeAws fake, FakeServer abroad) {
    super(clock, List.of(fake, abroad));
    this.fake = fake;
    this.abroad = abroad;
    this.temporary =
        fake.keyring().assume(FakeAws.ROLE, FakeAws.EXTERNAL_ID, Instant.MAX).orElseThrow();
  }

  /** A temporary key. */
  @Override
  public List<Map<String, Object>> alternatives() {
    Map<String, Object> changed = new HashMap<>(settings());
    changed.put("access-key-id", temporary.id());
    changed.put("secret-access-key", temporary.secret());
    changed.put("session-token", String.valueOf(temporary.token()));
    return List.of(changed);
  }

  @Override
  public Played empty() {
    fake.vacate();
    return Played.yes();
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

  @Override
  public Map<String, Object> settings() {
    return Map.of(
        "redshift",
        List.of("workgroup/" + TidewaterWarehouse.WORKGROUP + "/" + TidewaterWarehouse.DATABASE),
        "account",
        FakeAws.ACCOUNT,
        "regions",
        List.of(Tidewater.REGION),
        "access-key-id",
        FakeAws.ACCESS_KEY,
        "secret-access-key",
        FakeAws.SECRET_KEY,
        "endpoint",
        fake.address().toString(),
        "allow-private-addresses",
        true);
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.bySettings(
            AccessScenes.Kind.CREDENTIAL,
            "wrong secret",
            Category.AUTH,
            () -> with("secret-access-key", "not-the-secret")),
        Refusal.bySettings(
            AccessScenes.Kind.CREDENTIAL,
            "unknown key",
            Category.AUTH,
            () -> with("access-key-id", "AKIAUNKNOWNUNKNOWN00")),
        new Refusal(
            AccessScenes.Kind.PERMISSION,
            "no permission to list tables",
            Category.PERMISSION,
            this::withoutTables,
            fake::mend),
        Refusal.bySettings(
            AccessScenes.Kind.HOST,
            "nobody answers",
            Category.TRANSIENT,
            () -> with("endpoint", CLOSED_PORT)),
        Refusal.bySettings(
            AccessScenes.Kind.PLACE,
            "no such region",
            Category.CONFIG,
            () -> with("regions", List.of("eu-nowhere-7"))));
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

  private Map<String, Object> withoutTables() {
    fake.deny("glue:GetTables", "*");
    return settings();
  }

  private Map<String, Object> with(String name, Object value) {
    Map<String, Object> changed = new HashMap<>(settings());
    changed.put(name, value);
    return changed;
  }
}
