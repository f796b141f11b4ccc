// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import dev.tidemark.spi.Category;
import dev.tidemark.testkit.fake.RsaKeys;
import dev.tidemark.testkit.stage.AccessScenes;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Access is refused. */
record Access(Client client, World world, Supplier<Map<String, Object>> settings)
    implements AccessScenes {
  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.byOption(
            Kind.CREDENTIAL,
            "a key nobody registered",
            Category.AUTH,
            settings,
            "private-key",
            new Client(java.net.URI.create("http://x"), RsaKeys.unknown()).privateKey()),
        Refusal.byOption(
            Kind.CREDENTIAL,
            "a user who has not approved the app",
            Category.AUTH,
            settings,
            "username",
            "stranger@tidewater.example"),
        lacking("no permission to view setup", "ViewSetup"),
        lacking("no permission to monitor sign-ins", "ManageUsers", "MonitorLoginHistory"),
        Refusal.byOption(
            Kind.HOST,
            "nobody answers",
            Category.TRANSIENT,
            settings,
            "address",
            "http://127.0.0.1:1"));
  }

  private Refusal lacking(String name, String... permissions) {
    return new Refusal(
        Kind.PERMISSION,
        name,
        Category.PERMISSION,
        () -> {
          world.permissions().revoke(permissions);
          return settings.get();
        },
        world.permissions()::restore);
  }
}
