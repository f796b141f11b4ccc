// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import dev.tidemark.spi.Category;
import dev.tidemark.testkit.fake.RsaKeys;
import dev.tidemark.testkit.stage.AccessScenes;
import dev.tidemark.testkit.stage.DriftScenes;
import java.util.HashMap;
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
        Refusal.bySettings(
            Kind.CREDENTIAL,
            "a key of somebody else",
            Category.AUTH,
            () ->
                with(
                    "private-key",
                    new Credentials("other", "OTHER", RsaKeys.unknown()).privateKey())),
        Refusal.bySettings(
            Kind.CREDENTIAL, "another user", Category.AUTH, () -> with("user", "NOBODY")),
        Refusal.bySettings(
            Kind.PERMISSION,
            "a role that is not granted",
            Category.PERMISSION,
            () -> with("role", "OTHER")),
        Refusal.bySettings(
            Kind.PERMISSION,
            "a warehouse that is not there",
            Category.PERMISSION,
            () -> with("warehouse", "OTHER")),
        new Refusal(
            Kind.PERMISSION,
            "a viewer role that is not granted",
            Category.PERMISSION,
            () -> {
              engine.revoke("OBJECT_VIEWER");
              return settings.get();
            },
            () -> engine.grant("OBJECT_VIEWER")),
        Refusal.bySettings(
            Kind.HOST,
            "nobody listens",
            Category.TRANSIENT,
            () -> with("url", "http://127.0.0.1:9")),
        Refusal.bySettings(
            Kind.PLACE,
            "no such account",
            Category.NOT_FOUND,
            () -> with("account", "nowhere-at-all")));
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

  private Map<String, Object> with(String option, Object value) {
    Map<String, Object> changed = new HashMap<>(settings.get());
    changed.put(option, value);
    return changed;
  }
}
