// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.postgresql;

import dev.tidemark.spi.Category;
import dev.tidemark.testkit.stage.AccessScenes;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The ways a server refuses access; an unknown role it refuses as it does a wrong password. */
record PostgresqlAccess(Estate estate, String attic, Supplier<Map<String, Object>> settings)
    implements AccessScenes {
  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.byOption(
            Kind.CREDENTIAL, "a wrong password", Category.AUTH, settings, "password", "canary-no"),
        Refusal.byOption(
            Kind.HOST, "a port nobody listens at", Category.TRANSIENT, settings, "port", 1),
        Refusal.byOption(
            Kind.PLACE,
            "a database that does not exist",
            Category.NOT_FOUND,
            settings,
            "database",
            "no_such_database"),
        permission(
            "a role without pg_monitor",
            "revoke pg_monitor from " + estate.watcher(),
            "grant pg_monitor to " + estate.watcher()),
        permission(
            "a database without CONNECT",
            "revoke connect on database \"" + attic + "\" from public",
            "grant connect on database \"" + attic + "\" to public"));
  }

  private Refusal permission(String name, String revoke, String grant) {
    return new Refusal(
        Kind.PERMISSION,
        name,
        Category.PERMISSION,
        () -> {
          estate.run(Estate.MAIN, revoke);
          return settings.get();
        },
        () -> estate.run(Estate.MAIN, grant));
  }
}
