// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import dev.tidemark.spi.Category;
import dev.tidemark.testkit.fake.RsaKeys;
import dev.tidemark.testkit.stage.AccessScenes;
import dev.tidemark.testkit.stage.DriftScenes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Access refused, and views whose shape changes. */
final class PlayAccess implements AccessScenes, DriftScenes {
  private final Engine engine;
  private final PlayRecords records;
  private final Supplier<Map<String, Object>> settings;

  PlayAccess(Engine engine, PlayRecords records, Supplier<Map<String, Object>> settings) {
    this.engine = engine;
    this.records = records;
    this.settings = settings;
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.byOption(
            Kind.CREDENTIAL,
            "a key of somebody else",
            Category.AUTH,
            settings,
            "private-key",
            new Credentials("other", "OTHER", RsaKeys.unknown()).privateKey()),
        Refusal.byOption(
            Kind.CREDENTIAL, "another user", Category.AUTH, settings, "user", "NOBODY"),
        Refusal.byOption(
            Kind.PERMISSION,
            "a role that is not granted",
            Category.PERMISSION,
            settings,
            "role",
            "OTHER"),
        Refusal.byOption(
            Kind.PERMISSION,
            "a warehouse that is not there",
            Category.PERMISSION,
            settings,
            "warehouse",
            "OTHER"),
        new Refusal(
            Kind.PERMISSION,
            "a viewer role that is not granted",
            Category.PERMISSION,
            () -> {
              engine.revoke("OBJECT_VIEWER");
              return settings.get();
            },
            () -> engine.grant("OBJECT_VIEWER")),
        Refusal.byOption(
            Kind.HOST, "nobody listens", Category.TRANSIENT, settings, "url", "http://127.0.0.1:9"),
        Refusal.byOption(
            Kind.PLACE,
            "no such account",
            Category.NOT_FOUND,
            settings,
            "account",
            "nowhere-at-all"));
  }

  @Override
  public Drifted drift(String stream, Drift how) {
    String column = optional(stream);
    if (how != Drift.REMOVED || column.isEmpty()) {
      return Drifted.not(
          "statements name their columns, so new ones are not seen; numbers have 38 digits, so no"
              + " type can widen");
    }
    Recipe recipe = Recipes.find(stream).orElseThrow();
    engine.hide(recipe.shape(), Set.of(column));
    records.add(stream, 1);
    return Drifted.of(column.toLowerCase(java.util.Locale.ROOT));
  }

  /** A column readers may do without. */
  private static String optional(String stream) {
    return switch (stream) {
      case "tables" -> "LAST_DDL";
      case "query_history" -> "BYTES_SCANNED";
      case "users" -> "LAST_SUCCESS_LOGIN";
      default -> "";
    };
  }
}
