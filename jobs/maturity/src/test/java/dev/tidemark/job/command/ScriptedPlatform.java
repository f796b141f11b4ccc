// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import dev.tidemark.testkit.ExampleAccount;
import dev.tidemark.testkit.fake.FakePlatform;
import dev.tidemark.testkit.fake.FakeSetup;
import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.Asset;
import dev.tidemark.testkit.organisation.AssetState;
import dev.tidemark.testkit.organisation.Platform;
import dev.tidemark.testkit.stage.Stage;
import java.time.Instant;
import java.util.Map;

/** The company's warehouse as a script for the example connector: what a demo reads in tests. */
public final class ScriptedPlatform implements FakePlatform {
  @Override
  public String type() {
    return "example";
  }

  @Override
  public Stage start(FakeSetup setup) {
    Account account = setup.organisation().account(Platform.SNOWFLAKE);
    ExampleAccount script = ExampleAccount.named("demo-" + setup.organisation().seed());
    Instant now = setup.clock().instant();
    account
        .assets(now)
        .forEach(
            asset -> script.tables().put(asset.path(), facts(asset, account.state(asset, now))));
    return new Playing(script.name());
  }

  private static Map<String, String> facts(Asset asset, AssetState state) {
    return Map.of(
        "asset.kind", "table",
        "owner.present", String.valueOf(state.owner() != null),
        "described", String.valueOf(state.isDescribed(asset)));
  }

  private record Playing(String account) implements Stage {
    @Override
    public Kind kind() {
      return Kind.FAKE;
    }

    @Override
    public Map<String, Object> settings() {
      return Map.of("account", account);
    }

    @Override
    public void close() {}
  }
}
