// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import dev.tidemark.spi.Category;
import dev.tidemark.testkit.fake.FakeStage;
import dev.tidemark.testkit.stage.AccessScenes;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.ThrottleScenes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The account as connectors are examined against it. */
final class AwsStage extends FakeStage implements AccessScenes, ThrottleScenes {
  private static final String CLOSED_PORT = "http://127.0.0.1:1";

  private final FakeAws fake;

  AwsStage(InstantSource clock, FakeAws fake) {
    super(clock, List.of(fake));
    this.fake = fake;
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
